"""Conditions that can be evaluated, and one that cannot."""
import os

import keras
from keras import layers

MODE = "deep"
BIG = os.environ.get("BIG_MODEL") is not None
inputs = keras.Input((12,))
if MODE == "deep":
    x = layers.Dense(8)(inputs)  # shape: (None, 8)
elif MODE == "wide":
    x = layers.Dense(800)(inputs)
else:
    raise ValueError(MODE)
x = layers.Dropout(0.5)(x) if MODE in ("flat", "wide") else layers.ReLU()(x)  # shape: (None, 8)
if not MODE.startswith("d") or x.shape[-1] > 100:
    x = layers.Dense(1)(x)
if BIG:
    branch = layers.Dense(32, activation="relu")(x)
    x = layers.Dense(6)(branch)
else:
    x = layers.Dense(6)(x)  # shape: (None, 6)
units = 64 if BIG else 16
y = layers.Dense(3)(x)  # shape: (None, 3)  # params: 21
z = layers.Dense(units)(x)  # shape: (None, ?)
model = keras.Model(inputs, y)
