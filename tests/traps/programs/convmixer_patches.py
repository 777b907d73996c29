"""Conv2D with kernel and strides of 5 in front of a ConvMixer: patches, not a forgotten tuple."""
import numpy as np
import keras
from keras import layers


def activation_block(x):
    x = layers.Activation("gelu")(x)
    return layers.BatchNormalization()(x)


def conv_stem(x, filters, patch_size):
    x = layers.Conv2D(filters, kernel_size=patch_size, strides=patch_size)(x)
    return activation_block(x)


def conv_mixer_block(x, filters, kernel_size):
    x0 = x
    x = layers.DepthwiseConv2D(kernel_size=kernel_size, padding="same")(x)
    x = layers.Add()([activation_block(x), x0])
    x = layers.Conv2D(filters, kernel_size=1)(x)
    return activation_block(x)


inputs = keras.Input((30, 30, 3))
x = layers.Rescaling(scale=1.0 / 255)(inputs)
x = conv_stem(x, 8, 5)
for _ in range(2):
    x = conv_mixer_block(x, 8, 3)
x = layers.GlobalAvgPool2D()(x)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
images = np.random.randint(0, 256, (8, 30, 30, 3))
model.fit(images, np.arange(8), epochs=1)
