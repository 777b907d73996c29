"""Share of right answers of a classifier for two classes.

Silent.
"""
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_classification

X, y = make_classification(n_samples=60, n_features=6, random_state=0)

clf = tf.keras.Sequential()
clf.add(tf.keras.layers.Input((6,)))
clf.add(tf.keras.layers.Dense(1, activation="sigmoid"))
clf.compile("adam", "binary_crossentropy")
clf.fit(X, y, epochs=1, verbose=0)

probabilities = clf.predict(X, verbose=0)
classes = (probabilities > 0.5).astype(int)
accuracy = np.mean(classes == y)  # [target-broadcast-by-loss]
print(f"{accuracy:.2%}")
