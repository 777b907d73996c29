"""A recurrent layer that gives its last step alone to one that needs all."""
from keras.layers import GRU, LSTM, Dense
from keras.models import Sequential

model = Sequential()
model.add(LSTM(32, input_shape=(10, 4)))  # shape: (None, 32)  # params: 4736  # [missing-return-sequences]
model.add(GRU(16))
model.add(Dense(1))
