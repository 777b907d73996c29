# keras_lint reports nothing here: Flatten stands first, so each of the 16 units sees all 3 x 2
# inputs, and predict gets a batch of one sample. The model has 112 + 68 = 180 parameters.
import numpy as np
from keras.models import Sequential
from keras.layers import Activation, Dense
from keras.layers import Flatten

model = Sequential()
model.add(Flatten(input_shape=(3, 2)))
model.add(Dense(16))
model.add(Activation('relu'))
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')

x = np.array([[[1, 2], [3, 4], [5, 6]]])
y = model.predict(x)
print(y.shape)
