"""Two heads of different width with losses and targets in dicts: each pair fits by name."""
import numpy as np
import keras
from keras import layers

n = 40
title = keras.Input((20,), name="title")
tags = keras.Input((6,), name="tags")
h = layers.Concatenate()([title, tags])
h = layers.Dense(16, activation="relu")(h)
priority = layers.Dense(1, activation="sigmoid", name="priority")(h)
department = layers.Dense(4, activation="softmax", name="department")(h)
age = layers.Dense(1, name="age")(h)

model = keras.Model([title, tags], [priority, department, age])
model.compile(
    optimizer="adam",
    loss={"priority": "binary_crossentropy", "department": "categorical_crossentropy", "age": "mae"},
    loss_weights={"priority": 1.0, "department": 0.2, "age": 0.1},
    metrics={"department": ["accuracy"], "priority": "accuracy", "age": "mse"},
)
history = model.fit(
    {"title": np.random.randint(2, size=(n, 20)), "tags": np.random.rand(n, 6)},
    {
        "priority": np.random.randint(0, 2, n),
        "department": keras.utils.to_categorical(np.random.randint(0, 4, n), 4),
        "age": np.random.rand(n) * 80,
    },
    epochs=1,
    validation_split=0.2,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_department_accuracy", mode="max")],
)
