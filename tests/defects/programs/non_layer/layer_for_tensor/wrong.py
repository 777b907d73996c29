"""Two dense layers in the functional style.

Raises.
"""
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model

inputs = Input(shape=(8,))
hidden = Dense(16, activation="relu")  # [layer-as-tensor]
outputs = Dense(1, activation="sigmoid")(hidden)
model = Model(inputs=inputs, outputs=outputs)
model.compile(optimizer="adam", loss="binary_crossentropy")
