"""Predict the test pictures one after the other."""
import numpy as np
from keras import layers, models
from keras.datasets import cifar10

CLASSES = ["plane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]

(_, _), (x_test, y_test) = cifar10.load_data()
x_test = x_test / 255.0

model = models.Sequential()
model.add(layers.Input((32, 32, 3)))
model.add(layers.Conv2D(4, 3, strides=2, activation="relu"))
model.add(layers.Flatten())
model.add(layers.Dense(len(CLASSES), activation="softmax"))

for i in range(3):
    scores = model.predict(x_test[i : i + 1], verbose=0)
    print(CLASSES[np.argmax(scores)], CLASSES[y_test[i][0]])
