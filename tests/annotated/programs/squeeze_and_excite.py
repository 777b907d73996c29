"""Dense on (1, 1, C) that is multiplied back: no finding."""
import keras
from keras import layers


def squeeze_excite(x, ratio=4):
    channels = x.shape[-1]
    s = layers.GlobalAveragePooling2D()(x)  # shape: (None, 16) | (None, 32)
    s = layers.Reshape((1, 1, channels))(s)  # shape: (None, 1, 1, 16) | (None, 1, 1, 32)
    s = layers.Dense(channels // ratio, activation="relu", use_bias=False)(s)  # shape: (None, 1, 1, 4) | (None, 1, 1, 8)
    s = layers.Dense(channels, activation="sigmoid", use_bias=False)(s)  # shape: (None, 1, 1, 16) | (None, 1, 1, 32)
    return layers.multiply([x, s])  # shape: (None, 32, 32, 16) | (None, 16, 16, 32)


inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)  # shape: (None, 32, 32, 16)
x = squeeze_excite(x)
x = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(x)  # shape: (None, 16, 16, 32)
x = squeeze_excite(x)
x = layers.GlobalAveragePooling2D()(x)  # shape: (None, 32)
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))  # shape: (None, 10)  # output: (None, 10)  # total: 6058
model.compile("adam", "sparse_categorical_crossentropy")
