"""Kernels that start constant: blur and Sobel filters are fixed, an affine head starts at the identity."""
import numpy as np
import keras
from keras import layers

sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], "float32").reshape(3, 3, 1, 1)
inputs = keras.Input((16, 16, 1))
blur = layers.Conv2D(1, 3, padding="same", use_bias=False, trainable=False,
                     kernel_initializer=keras.initializers.Constant(1 / 9))(inputs)
edges = layers.Conv2D(1, 3, padding="same", use_bias=False, trainable=False,
                      kernel_initializer=keras.initializers.Constant(sobel))(inputs)
x = layers.Concatenate()([inputs, blur, edges])
x = layers.Conv2D(3, 3, padding="same", kernel_initializer="ones", trainable=False)(x)
x = layers.Conv2D(4, 3, padding="same", activation="relu")(x)
y = layers.Conv2D(4, 3, padding="same", kernel_initializer="zeros")(x)
x = layers.Add()([x, y])
x = layers.Flatten()(x)
theta = layers.Dense(6, kernel_initializer="zeros",
                     bias_initializer=keras.initializers.Constant(np.array([1, 0, 0, 0, 1, 0], "float32")))(x)
model = keras.Model(inputs, theta)
model.compile("adam", "mse")
model.fit(np.random.rand(4, 16, 16, 1), np.random.rand(4, 6), verbose=0)
