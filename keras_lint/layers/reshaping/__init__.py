"""The layers of ``keras/src/layers/reshaping``."""
