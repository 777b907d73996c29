"""One Input of shape (1,) for each column, one-hot and normalized by layers: the data are a dict of frames."""
import numpy as np
import pandas as pd
import tensorflow as tf
import keras
from keras import layers

df = pd.DataFrame({
    "age": np.random.randint(20, 70, 40), "pressure": np.random.rand(40) * 100,
    "thal": np.random.choice(["fixed", "normal", "reversible"], 40), "target": np.random.randint(0, 2, 40),
})
val = df.sample(frac=0.2, random_state=1)
train = df.drop(val.index)


def to_dataset(frame, batch_size=8):
    frame = frame.copy()
    labels = frame.pop("target")
    return tf.data.Dataset.from_tensor_slices((dict(frame), labels)).shuffle(len(frame)).batch(batch_size)


def encode(feature, name, ds, numeric):
    values = ds.map(lambda x, y: tf.expand_dims(x[name], -1))
    layer = layers.Normalization() if numeric else layers.StringLookup(output_mode="one_hot")
    layer.adapt(values)
    return layer(feature)


train_ds, val_ds = to_dataset(train), to_dataset(val)
inputs, encoded = {}, []
for name in train.columns[:-1]:
    numeric = train[name].dtype.kind in "if"
    inputs[name] = keras.Input(shape=(1,), name=name, dtype="float32" if numeric else "string")
    encoded.append(encode(inputs[name], name, train_ds, numeric))
x = layers.Dense(8, activation="relu")(layers.concatenate(encoded))
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(layers.Dropout(0.5)(x)))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, verbose=0)
sample = {"age": 60, "pressure": 45.0, "thal": "fixed"}
model.predict({k: tf.convert_to_tensor([v]) for k, v in sample.items()}, verbose=0)
