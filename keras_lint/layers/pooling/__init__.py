"""The layers of ``keras/src/layers/pooling``."""
