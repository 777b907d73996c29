import main_helper
from keras import Input, Sequential
from keras.layers import Dense
from settings import LAST


def make():
    model = Sequential([Input((main_helper.FIRST,))])
    model.add(Dense(5))  # shape: (None, 5)  # params: 40
    model.add(Dense(LAST))  # shape: (None, 3)  # params: 18
    return model
