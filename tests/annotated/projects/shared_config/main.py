"""Two modules that import each other, and a star import."""
from keras import Input, Sequential
from keras.layers import Dense
from settings import *

import network

model = network.make()  # output: (None, 3)
tail = Sequential([Input((LAST,)), Dense(len(NAMES))])  # shape: (None, 2)  # params: 8
