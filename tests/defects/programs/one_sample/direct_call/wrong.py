"""Let a network look at the first flower.

Raises.
"""
import tensorflow as tf
from sklearn.datasets import load_iris

X, y = load_iris(return_X_y=True)
X = X.astype("float32")

net = tf.keras.Sequential([
    tf.keras.Input(shape=(4,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(X, y, epochs=1, batch_size=75, verbose=0)
print(net(X[0]))  # [layer-input-rank]
