"""Blocks of layers from a helper, joined in one Sequential.

Raises.
"""
from keras import Input, Sequential
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D

from blocks import conv_block

model = Sequential()
model.add(Input((32, 32, 3)))
model.add(conv_block(4))  # [not-a-layer]
for layer in conv_block(8):
    model.add(layer)
model.add(Flatten())
model.add(Dense(10, activation="softmax"))
print(model.output_shape)
