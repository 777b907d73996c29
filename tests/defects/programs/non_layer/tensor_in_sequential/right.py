"""Continue a Sequential with something that is already applied."""
import keras
from keras.layers import Dense, Input, concatenate

a = Input((4,))
b = Input((3,))
joined = concatenate([a, b])

hidden = Dense(8, activation="relu")(joined)
model = keras.Model([a, b], Dense(1)(hidden))
