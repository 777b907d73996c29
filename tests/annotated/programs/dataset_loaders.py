"""Data sets that Keras downloads: their shapes are known."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.datasets import cifar10
from tensorflow.keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = cifar10.load_data()
x_train, x_test = x_train / 255.0, x_test / 255.0
y_train = to_categorical(y_train, 10)

model = keras.Sequential([  # output: (None, 10)  # total: 14170
    layers.Conv2D(16, 3, input_shape=x_train.shape[1:]),  # shape: (None, 30, 30, 16)
    layers.MaxPooling2D(3),  # shape: (None, 10, 10, 16)
    layers.Conv2D(8, 3),  # shape: (None, 8, 8, 8)
    layers.Flatten(),  # shape: (None, 512)
    layers.Dense(24, activation="relu"),  # shape: (None, 24)
    layers.Dense(y_train.shape[-1]),  # shape: (None, 10)
])
model.compile("adam", keras.losses.CategoricalCrossentropy(from_logits=True))
model.fit(x_train, y_train, epochs=1, verbose=0)

(words, sentiment), _ = keras.datasets.imdb.load_data(num_words=500)
words = keras.preprocessing.sequence.pad_sequences(words, maxlen=30)
reader = keras.Sequential()  # output: (None, 1)  # total: 4169
reader.add(layers.Embedding(500, 8, input_shape=(words.shape[1],)))  # shape: (None, 30, 8)
reader.add(layers.Conv1D(4, 5, strides=2, activation="relu"))  # shape: (None, 13, 4)
reader.add(layers.GlobalAveragePooling1D())  # shape: (None, 4)
reader.add(layers.Dense(1, activation="sigmoid"))  # shape: (None, 1)
reader.compile("adam", "binary_crossentropy")
reader.fit(words, sentiment, verbose=0)

(digits, labels), _ = keras.datasets.mnist.load_data()
digits = np.expand_dims(digits, -1).astype("float32") / 255
last = keras.Sequential([keras.Input(digits.shape[1:]), layers.Conv2D(2, 5), layers.Flatten(), layers.Dense(10, activation="softmax")])  # shape: (None, 24, 24, 2) | (None, 1152) | (None, 10)
last.compile("adam", "sparse_categorical_crossentropy")
last.fit(digits, labels, verbose=0)
