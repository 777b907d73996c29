import keras
from keras import layers


def build_classifier(input_shape, num_classes, width=4):
    inputs = keras.Input(shape=input_shape)
    x = layers.Conv2D(width, 3, activation="relu")(inputs)
    x = layers.MaxPooling2D(2)(x)
    x = layers.Conv2D(2 * width, 3, activation="relu")(x)
    x = layers.MaxPooling2D(2)(x)
    x = layers.Dense(16, activation="relu")(x)  # [dense-on-multidim-input]
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
