"""Dense on batches of windows (None, 24, 4) without a Flatten: every hour gets its forecast, as do the labels."""
import numpy as np
import pandas as pd
import tensorflow as tf

df = pd.DataFrame(np.random.rand(80, 4).astype("float32"), columns=["T", "p", "rh", "wv"])
train_df, val_df = df[:60], df[60:]
train_mean, train_std = train_df.mean(), train_df.std()
train_df, val_df = (train_df - train_mean) / train_std, (val_df - train_mean) / train_std


class WindowGenerator:
    def __init__(self, input_width, label_width, shift, label_columns=None):
        self.label_columns = label_columns
        self.column_indices = {name: i for i, name in enumerate(train_df.columns)}
        self.input_width, self.label_width, self.shift = input_width, label_width, shift
        self.total_window_size = input_width + shift
        self.input_slice = slice(0, input_width)
        self.label_start = self.total_window_size - self.label_width
        self.labels_slice = slice(self.label_start, None)

    def split_window(self, features):
        inputs = features[:, self.input_slice, :]
        labels = features[:, self.labels_slice, :]
        if self.label_columns is not None:
            labels = tf.stack([labels[:, :, self.column_indices[name]] for name in self.label_columns], axis=-1)
        inputs.set_shape([None, self.input_width, None])
        labels.set_shape([None, self.label_width, None])
        return inputs, labels

    def make_dataset(self, data):
        data = np.array(data, dtype=np.float32)
        ds = tf.keras.utils.timeseries_dataset_from_array(
            data=data, targets=None, sequence_length=self.total_window_size, sequence_stride=1, shuffle=True, batch_size=8)
        return ds.map(self.split_window)

    @property
    def train(self):
        return self.make_dataset(train_df)

    @property
    def val(self):
        return self.make_dataset(val_df)


def compile_and_fit(model, window, patience=2):
    early = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, mode="min")
    model.compile(loss=tf.keras.losses.MeanSquaredError(), optimizer=tf.keras.optimizers.Adam(), metrics=[tf.keras.metrics.MeanAbsoluteError()])
    return model.fit(window.train, epochs=1, validation_data=window.val, callbacks=[early], verbose=0)


dense = tf.keras.Sequential([
    tf.keras.layers.Dense(units=8, activation="relu"),
    tf.keras.layers.Dense(units=8, activation="relu"),
    tf.keras.layers.Dense(units=1),
])
compile_and_fit(dense, WindowGenerator(1, 1, 1, ["T"]))
compile_and_fit(dense, WindowGenerator(12, 12, 1, ["T"]))
