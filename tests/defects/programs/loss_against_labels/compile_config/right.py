"""Train a digit classifier with the options in one dictionary."""
import keras
from keras.datasets import mnist

CONFIG = {
    "optimizer": "rmsprop",
    "loss": "categorical_crossentropy",
    "metrics": ["accuracy"],
}

(train_images, train_labels), (test_images, test_labels) = mnist.load_data()
train_images = train_images.reshape((len(train_images), 28 * 28)).astype("float32") / 255

network = keras.models.Sequential()
network.add(keras.layers.Input((28 * 28,)))
network.add(keras.layers.Dense(32, activation="relu"))
network.add(keras.layers.Dense(10, activation="softmax"))
network.compile(**CONFIG)
network.fit(train_images, keras.utils.to_categorical(train_labels), epochs=1, batch_size=32, verbose=0)
