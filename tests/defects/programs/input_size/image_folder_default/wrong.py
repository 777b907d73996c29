"""Sort photographs from a folder; the loader scales them.

Raises.
"""
import keras
from keras import layers
from keras.utils import image_dataset_from_directory

IMAGE_SIZE = (64, 64)
BATCH_SIZE = 4

train_ds = image_dataset_from_directory("photos/train", batch_size=BATCH_SIZE)  # [input-size]
val_ds = image_dataset_from_directory("photos/train", batch_size=BATCH_SIZE, image_size=IMAGE_SIZE)

inputs = keras.Input(shape=IMAGE_SIZE + (3,))
x = layers.Rescaling(1.0 / 255)(inputs)
x = layers.Conv2D(4, 3, strides=2, activation="relu")(x)
x = layers.MaxPooling2D(4)(x)
x = layers.Flatten()(x)
outputs = layers.Dense(1, activation="sigmoid")(x)

model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, epochs=1, validation_data=val_ds, verbose=0)
