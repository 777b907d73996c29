"""Every line but the first three names something that does not exist."""

import tensorflow as tf
import tensorflow.keras.backend as K
import tensorflow.keras.layerz
import tensorflow.kerass
from keras.layers import Densse
from tensorflow import keras, keraz
from tensorflow.keras import layerz
from tensorflow.keras.layers import Dense, Fltten
from tensorflow.keras.nothing import something

print(tensorflow.kerass, tensorflow.keras.layerz, keraz, layerz, Fltten, something, Densse)
print(tf.keras.layers.Densee(3))
print(keras.lossez.mse)
model = keras.Sequential([Dense(3)])
model.summry()
model.compile(optimizer="adam", losss="mse")
keras.utils.to_categoricall([1])
K.epsilonn()
keras.losses.mse(1)


def report():
    model.summaryy()


model = keras.Sequential([Dense(4)])
report()
