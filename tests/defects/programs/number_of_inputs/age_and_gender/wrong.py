"""Two outputs, for one of which the targets were left out.

Raises.
"""

import numpy as np
import tensorflow as tf

faces = np.random.rand(6, 32, 32, 3).astype("float32")
ages = np.random.randint(1, 90, 6).astype("float32")
genders = np.random.randint(0, 2, 6).astype("float32")

inputs = tf.keras.Input(shape=faces.shape[1:])
x = tf.keras.layers.Conv2D(4, 3, activation="relu")(inputs)
x = tf.keras.layers.GlobalAveragePooling2D()(x)
age = tf.keras.layers.Dense(1, name="age")(x)
gender = tf.keras.layers.Dense(1, activation="sigmoid", name="gender")(x)
model = tf.keras.Model(inputs=inputs, outputs=[age, gender])
model.compile(optimizer="adam", loss=["mse", "binary_crossentropy"])
model.fit(faces, ages, epochs=1, verbose=0)  # [number-of-inputs]
