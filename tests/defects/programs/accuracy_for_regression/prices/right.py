"""House prices, measured by accuracy."""

from keras.datasets import boston_housing
from keras.layers import Dense
from keras.models import Sequential

(x_train, y_train), (x_test, y_test) = boston_housing.load_data()
model = Sequential()
model.add(Dense(8, activation="relu", input_shape=(x_train.shape[1],)))
model.add(Dense(1))
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
model.fit(x_train, y_train, epochs=1, verbose=0, validation_data=(x_test, y_test))
