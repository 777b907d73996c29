from keras import Input, Model
from keras.layers import GRU, Dense


def network(steps, horizon=1, units=8):
    inputs = Input((steps, 1))
    return Model(inputs, Dense(horizon)(GRU(units)(inputs)))
