"""Continue a Sequential with something that is already applied.

Raises.
"""
import keras
from keras.layers import Dense, Input, concatenate

a = Input((4,))
b = Input((3,))
joined = concatenate([a, b])

model = keras.Sequential()
model.add(joined)  # [not-a-layer]
model.add(Dense(8, activation="relu"))
model.add(Dense(1))
