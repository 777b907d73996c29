"""A Sequential without an Input is asked for shapes and parameters: it was built, called or trained before."""
import numpy as np
import keras
from keras import layers


def fresh():
    return keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(2)])


a = fresh()
a.build((None, 7))
print(a.count_params(), a.output_shape, a.input_shape)
b = fresh()
b(np.zeros((1, 7)))
print(b.count_params(), len(b.get_weights()))
c = fresh()
c.compile("adam", "mse")
c.fit(np.zeros((4, 7)), np.zeros((4, 2)), verbose=0)
print(c.output_shape, c.layers[0].output.shape)
d = fresh()
if d.built:
    print(d.count_params())
try:
    d.count_params()
except ValueError as error:
    print("not built yet:", error)
d.summary()
e = keras.Sequential([a, layers.Dense(1)])
f = keras.Model(a.inputs, a.layers[-1].output)
inp = keras.Input((7,))
keras.Model(inp, layers.Dense(1)(fresh()(inp))).count_params()
