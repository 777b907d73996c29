import tensorflow as tf
from tensorflow.keras.layers import Dense


def regressor(shape, hidden=(8, 4)):
    net = tf.keras.Sequential()
    net.add(tf.keras.Input(shape=shape))
    for units in hidden:
        net.add(Dense(units, activation="relu"))
    net.add(Dense(1))
    net.compile(loss="mse", optimizer="adam")
    return net
