"""Cats and dogs on top of a pretrained network."""
import tensorflow as tf
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import Dense, Dropout, Flatten

IMG_SIZE = 96

base = MobileNetV2(weights="imagenet", include_top=False, input_shape=(IMG_SIZE, IMG_SIZE, 3), alpha=0.35)
base.trainable = False

model = tf.keras.Sequential()
model.add(base)
model.add(Flatten())
model.add(Dropout(0.3))
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
