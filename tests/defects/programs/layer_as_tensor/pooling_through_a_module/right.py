"""Small pictures through two blocks that live in a module, then a classifier."""
import keras
import numpy as np
from blocks import ConvBlock
from keras import layers

image = keras.Input((16, 16, 3))
features = ConvBlock(4).apply(image)
features = ConvBlock(8).apply(features)
pooled = layers.GlobalAveragePooling2D()(features)
model = keras.Model(image, layers.Dense(3, activation="softmax")(pooled))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(4, 16, 16, 3), np.array([0, 1, 2, 0]), verbose=0)
