"""x and y come from the same series with different slices, but both have one row for each window."""
import numpy as np
import pandas as pd
import keras
from keras import layers
from numpy.lib.stride_tricks import sliding_window_view

LOOK_BACK, AHEAD = 5, 2
series = pd.Series(np.sin(np.arange(80) / 7), name="value")
values = series.values.astype("float32").reshape(-1, 1)


def create_dataset(dataset, look_back=1):
    dataX, dataY = [], []
    for i in range(len(dataset) - look_back - 1):
        dataX.append(dataset[i : (i + look_back), 0])
        dataY.append(dataset[i + look_back, 0])
    return np.array(dataX), np.array(dataY)


train_size = int(len(values) * 0.67)
train, test = values[0:train_size, :], values[train_size : len(values), :]
trainX, trainY = create_dataset(train, LOOK_BACK)
testX, testY = create_dataset(test, LOOK_BACK)
trainX = np.reshape(trainX, (trainX.shape[0], trainX.shape[1], 1))
testX = np.reshape(testX, (testX.shape[0], testX.shape[1], 1))
model = keras.Sequential([keras.Input((LOOK_BACK, 1)), layers.LSTM(4), layers.Dense(1)])
model.compile("adam", "mean_squared_error")
model.fit(trainX, trainY, validation_data=(testX, testY), epochs=1, verbose=0)

windows = sliding_window_view(values[:, 0], LOOK_BACK + AHEAD)
x, y = windows[:, :LOOK_BACK, None], windows[:, LOOK_BACK:]
several = keras.Sequential([keras.Input((LOOK_BACK, 1)), layers.GRU(4), layers.Dense(AHEAD)])
several.compile("adam", "mse")
several.fit(x, y, verbose=0)

frame = pd.concat([series.shift(k) for k in range(3, -1, -1)], axis=1).dropna()
lagged, now = frame.iloc[:, :-1], frame.iloc[:, -1]
linear = keras.Sequential([keras.Input((lagged.shape[1],)), layers.Dense(1)])
linear.compile("sgd", "mse")
linear.fit(lagged.values, now.values, verbose=0)
