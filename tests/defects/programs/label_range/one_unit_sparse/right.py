"""Wine of three kinds."""
import tensorflow as tf
from sklearn.datasets import load_wine
from sklearn.preprocessing import scale

data = load_wine()
x, y = scale(data["data"]), data["target"]

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Input(shape=(13,)))
model.add(tf.keras.layers.Dense(8, activation=tf.nn.relu))
model.add(tf.keras.layers.Dense(3, activation=tf.nn.softmax))
model.compile("adam", loss=tf.keras.losses.sparse_categorical_crossentropy)
model.fit(x, y, epochs=1, verbose=0)
