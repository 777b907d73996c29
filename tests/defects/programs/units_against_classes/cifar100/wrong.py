"""The hundred classes of CIFAR-100, with a network that was written for CIFAR-10.

Raises.
"""
import tensorflow as tf
from tensorflow.keras import layers, models
from tensorflow.keras.datasets import cifar100

(train_x, train_y), (test_x, test_y) = cifar100.load_data(label_mode="fine")
train_x, test_x = train_x / 255.0, test_x / 255.0
train_y = tf.keras.utils.to_categorical(train_y, 100)
test_y = tf.keras.utils.to_categorical(test_y, 100)

model = models.Sequential()
model.add(layers.Input(shape=(32, 32, 3)))
model.add(layers.Conv2D(8, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D((4, 4)))
model.add(layers.Flatten())
model.add(layers.Dense(16, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))  # [units-against-classes]
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(train_x, train_y, epochs=1, verbose=0, validation_data=(test_x, test_y))
