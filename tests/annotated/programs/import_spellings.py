"""Every way in which files import Keras."""
import keras
import keras as K3
import keras.layers as L
import tensorflow as tf
import tensorflow.keras as tk
from keras import *
from keras.layers import *
from keras.layers import Dense as FullyConnected
from tensorflow import keras as tfk
from tensorflow.keras.layers import Dense as TDense, LeakyReLU
from tensorflow.keras.models import Model as TModel, Sequential as TSequential

D = keras.layers.Dense
every = [
    keras.layers.Dense(1),  # shape: (None, 1)  # params: 4
    K3.layers.Dense(2),  # shape: (None, 2)  # params: 4
    L.Dense(3),  # shape: (None, 3)  # params: 9
    tf.keras.layers.Dense(4),  # shape: (None, 4)  # params: 16
    tk.layers.Dense(5),  # shape: (None, 5)  # params: 25
    FullyConnected(6),  # shape: (None, 6)  # params: 36
    tfk.layers.Dense(7),  # shape: (None, 7)  # params: 49
    TDense(8),  # shape: (None, 8)  # params: 64
    D(9),  # shape: (None, 9)  # params: 81
    Dense(10),  # shape: (None, 10)  # params: 100
    LeakyReLU(),  # shape: (None, 10)  # params: 0
    Activation("relu"),  # shape: (None, 10)
]
model = TSequential([Input((3,))] + every)  # output: (None, 10)  # total: 388
x = tf.keras.Input((5, 4))
y = L.MaxPool1D(2)(x)  # shape: (None, 2, 4)
z = TModel(x, y)  # output: (None, 2, 4)  # total: 0
