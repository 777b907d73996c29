"""try, with and match around layers."""
import keras
import tensorflow as tf
from keras import layers


def activation(kind):
    match kind:
        case "relu" | "elu":
            return layers.Activation(kind)  # shape: (None, 20)
        case ("leaky", slope):
            return layers.LeakyReLU(slope)  # shape: (None, 7)
        case {"name": name, **rest}:
            return layers.Activation(name, **rest)  # shape: (None, 5)
        case int() as units if units > 0:
            return layers.Dense(units)  # shape: (None, 5)
        case _:
            return layers.Identity()


strategy = tf.distribute.get_strategy()
with strategy.scope():
    inputs = keras.Input((3,))
    with tf.name_scope("first"):
        x = layers.Dense(20)(inputs)  # shape: (None, 20)
    x = activation("relu")(x)
    x = layers.Dense(7)(x)  # shape: (None, 7)
    x = activation(("leaky", 0.2))(x)
    x = activation(5)(x)
    x = activation({"name": "tanh"})(x)
try:
    broken = layers.Dense(4)(layers.Reshape((2, 2))(x))
except ValueError as problem:
    print(problem)
    broken = layers.Dense(2)(x)  # shape: (None, 2)  # [unreached-layers]
finally:
    extra = layers.Dense(1)(x)  # shape: (None, 1)  # [unreached-layers]
model = keras.Model(inputs, x)
