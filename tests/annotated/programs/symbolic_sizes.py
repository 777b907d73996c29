"""Sizes that only a run knows cancel out where they must."""
# keras runs: head(4, 10)
import keras
from keras import layers


def head(n_steps, n_features):
    inputs = keras.Input((n_steps, n_features))
    x = layers.Reshape((n_steps * n_features,))(inputs)
    x = layers.Reshape((n_features, n_steps))(x)
    x = layers.Permute((2, 1))(x)
    x = layers.Add()([x, inputs])
    x = layers.Conv1D(8, 1)(x)  # shape: (None, ?, 8)
    x = layers.GlobalMaxPooling1D()(x)  # shape: (None, 8)
    return layers.Dense(2)(x)  # shape: (None, 2)  # params: 18
