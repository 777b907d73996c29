"""Every label_mode and class_mode stands with the loss it fits; one is turned into one-hot by map."""
from pathlib import Path

import numpy as np
import tensorflow as tf
import keras
from PIL import Image

for kind in ("cats", "dogs", "owls"):
    Path("photos", kind).mkdir(parents=True)
    for i in range(4):
        Image.fromarray(np.random.randint(0, 255, (20, 20, 3), "uint8")).save(f"photos/{kind}/{i}.png")


def net(units, activation, channels=3):
    return keras.Sequential([
        keras.Input((16, 16, channels)), keras.layers.Rescaling(1 / 255), keras.layers.Conv2D(2, 3),
        keras.layers.GlobalMaxPooling2D(), keras.layers.Dense(units, activation=activation),
    ])


def folder(**options):
    return keras.utils.image_dataset_from_directory("photos", image_size=(16, 16), batch_size=6, verbose=False, **options)


model = net(3, "softmax")
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(folder(validation_split=0.25, subset="training", seed=1), validation_data=folder(validation_split=0.25, subset="validation", seed=1), verbose=0)
model = net(3, "softmax")
model.compile("adam", "categorical_crossentropy")
model.fit(folder(label_mode="categorical"), verbose=0)
model.fit(folder().map(lambda x, y: (x, tf.one_hot(y, 3))), verbose=0)
binary = net(1, "sigmoid", 1)
binary.compile("adam", "binary_crossentropy")
binary.fit(folder(label_mode="binary", class_names=None, color_mode="grayscale") if False else folder(color_mode="grayscale").map(lambda x, y: (x, y == 1)), verbose=0)
auto = keras.Sequential([keras.Input((16, 16, 3)), keras.layers.Rescaling(1 / 255), keras.layers.Conv2D(3, 3, padding="same")])
auto.compile("adam", "mse")
auto.fit(folder(label_mode=None).map(lambda x: (x, x / 255.0)), verbose=0)
