"""Fine tuning after a first fit with the frozen backbone."""

import numpy as np
import tensorflow as tf

images = np.random.rand(2, 64, 64, 3)
labels = np.array([0, 1])
base_model = tf.keras.applications.MobileNetV2(
    input_shape=(64, 64, 3), include_top=False, weights="imagenet", pooling="avg", alpha=0.35
)
base_model.trainable = False
model = tf.keras.Sequential([base_model, tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(images, labels, epochs=1, verbose=0)

base_model.trainable = True
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(images, labels, epochs=1, verbose=0)
