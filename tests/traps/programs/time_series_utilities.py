"""timeseries_dataset_from_array adds the batch and step axes: (60, 2) is no model input by itself."""
import numpy as np
import keras
from keras import layers

data = np.random.rand(60, 2).astype("float32")
steps, ahead = 5, 1
ds = keras.utils.timeseries_dataset_from_array(
    data[:-ahead], data[steps - 1 + ahead :, 0], sequence_length=steps, batch_size=8
)
model = keras.Sequential([keras.Input((steps, data.shape[1])), layers.LSTM(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(ds, epochs=1, verbose=0)
for batch in ds.take(1):
    inputs, targets = batch
    print(inputs.shape, targets.shape, model(inputs).shape)
sequences = np.lib.stride_tricks.sliding_window_view(data, (steps, 2))[:, 0]
model.predict(sequences[:3], verbose=0)
model.predict(data[-steps:][np.newaxis], verbose=0)
