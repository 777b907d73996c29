"""Recognize six activities from windows of a phone's sensors.

Raises.
"""
import numpy as np
import keras

from stack import recurrent_stack

N_CLASSES = 6
x = np.random.rand(24, 10, 9)
y = keras.utils.to_categorical(np.random.randint(0, N_CLASSES, 24), N_CLASSES)

inputs = keras.Input(shape=x.shape[1:])
features = recurrent_stack(inputs, depth=2, units=8)  # [loss-against-output]
outputs = keras.layers.Dense(N_CLASSES, activation="softmax")(features)
model = keras.Model(inputs, outputs)
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y, batch_size=8, epochs=1, verbose=0)
