"""Images of 0..255 go into fit unscaled: the Rescaling layer inside the model takes care of that."""
import numpy as np
import keras
from keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()

data_augmentation = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])
backbone = keras.Sequential([
    layers.Conv2D(4, 3, strides=2, padding="same", activation="relu"),
    layers.Conv2D(8, 3, strides=2, padding="same", activation="relu"),
    layers.GlobalAveragePooling2D(),
])

inputs = keras.Input(shape=(32, 32, 3))
x = data_augmentation(inputs)
x = layers.Rescaling(1.0 / 127.5, offset=-1)(x)
x = backbone(x)
x = layers.Dropout(0.2)(x)
outputs = layers.Dense(10)(x)
model = keras.Model(inputs, outputs)
model.compile(
    "adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"]
)
model.fit(x_train, y_train, epochs=1, validation_data=(x_test, y_test))
