"""Two dense blocks on sensor readings, in the functional style.

Raises.
"""
import numpy as np
from tensorflow.keras.layers import BatchNormalization, Dense, Dropout, Input
from tensorflow.keras.models import Model

READINGS = 12

inputs = Input(shape=(READINGS,))
x = Dense(32, activation="relu")(inputs)
x = BatchNormalization()  # [layer-as-tensor]
x = Dropout(0.2)(x)
outputs = Dense(1)(x)

model = Model(inputs, outputs)
model.compile(optimizer="adam", loss="mse")
model.fit(np.random.rand(6, READINGS), np.random.rand(6), verbose=0)
