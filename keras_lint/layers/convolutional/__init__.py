"""The layers of ``keras/src/layers/convolutional``."""
