"""A new Sequential is made of another model's layers and gets an input_shape again: names and shapes agree."""
import numpy as np
from keras import Input, Model, Sequential
from keras.layers import Activation, Bidirectional, Conv2D, Dense, Dropout, Flatten, LSTM, MaxPooling2D

vgg = Sequential([
    Input((32, 32, 3)), Conv2D(4, 3, activation="relu", name="block1"), MaxPooling2D(name="pool1"),
    Flatten(name="flatten"), Dense(8, activation="relu", name="fc1"), Dense(100, activation="softmax", name="predictions"),
])
model = Sequential()
model.add(Input((32, 32, 3)))
for layer in vgg.layers[:-1]:
    model.add(layer)
for layer in model.layers:
    layer.trainable = False
model.add(Dense(3, activation="softmax", name="new_predictions"))
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(6, 32, 32, 3), np.eye(3)[np.arange(6) % 3], verbose=0)

block = Sequential([Conv2D(4, 3, input_shape=(15, 15, 4)), Activation("relu"), Dropout(0.2)], name="block")
inp = Input((32, 32, 3))
x = vgg.get_layer("pool1")(vgg.get_layer("block1")(inp))
x = block(x)
head = Model(inp, Dense(1)(Flatten()(x)))
rnn = Sequential([Bidirectional(LSTM(3, return_sequences=True), input_shape=(6, 2)), LSTM(2, input_shape=(6, 6)), Dense(1)])
assert head.output_shape == (None, 1) and rnn.output_shape == (None, 1)
