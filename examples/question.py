# keras_lint reports two things here. The first Dense works on each of the 3 rows by itself,
# (None, 3, 2) -> (None, 3, 16), because the Flatten that should stand before it comes after it;
# and predict gets one sample (3, 2) without the batch axis, which Keras refuses.
import numpy as np
from keras.models import Sequential
from keras.layers import Activation, Dense
from keras.layers import Flatten

model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))
model.add(Activation('relu'))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')

x = np.array([[1, 2], [3, 4], [5, 6]])
y = model.predict(x)
print(y.shape)
