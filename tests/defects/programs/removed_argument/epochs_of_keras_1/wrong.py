"""Boston houses as a program of the first Keras trains them.

Raises.
"""

from keras.datasets import boston_housing
from keras.layers import Dense
from keras.models import Sequential

(x, y), (x_t, y_t) = boston_housing.load_data()
x = (x - x.mean(axis=0)) / x.std(axis=0)


def build(n):
    model = Sequential()
    model.add(Dense(output_dim=8, init="uniform", activation="relu", input_dim=n))  # [removed-argument]
    model.add(Dense(1))
    model.compile(optimizer="rmsprop", loss="mse")
    return model


build(x.shape[1]).fit(x, y, epochs=1, verbose=0)
