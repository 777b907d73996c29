"""All ten digits, from a model that is built by a function in a module.

Raises.
"""
import keras
from keras.datasets import mnist

from digit_model import make

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.astype("float32") / 255

model = make(n_labels=9)  # [label-range]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=1e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
model.fit(x_train, y_train, batch_size=64, epochs=1, verbose=0)
