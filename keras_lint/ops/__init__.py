"""Functions between layers: of ``keras.ops``, TensorFlow and numpy, as shape functions."""
