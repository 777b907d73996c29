"""One-hot labels where the loss needs class numbers."""
import keras
from keras import layers

(x_train, y_train), _ = keras.datasets.mnist.load_data()
y_train = keras.utils.to_categorical(y_train, 10)
model = keras.Sequential([
    layers.Input((28, 28)),
    layers.Flatten(),  # shape: (None, 784)
    layers.Dense(10, activation="softmax"),  # shape: (None, 10)  # params: 7850
])
model.compile("adam", loss="sparse_categorical_crossentropy")  # [loss-against-labels]
model.fit(x_train / 255.0, y_train, verbose=0)
