"""All columns but the target of a table of cars.

Raises.
"""
import pandas as pd
import tensorflow as tf

cars = pd.DataFrame({
    "cylinders": [4, 6, 8, 4] * 4,
    "weight": [2000.0, 3000.0, 3500.0, 2200.0] * 4,
    "year": [70, 75, 80, 82] * 4,
    "mpg": [30.0, 20.0, 15.0, 33.0] * 4,
})
features = cars.copy()
labels = features.pop("mpg")

model = tf.keras.Sequential()
model.add(tf.keras.layers.Input(shape=(len(cars.columns),)))  # [input-size]
model.add(tf.keras.layers.Dense(8, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(loss="mean_absolute_error", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(features, labels, epochs=1, verbose=0)
