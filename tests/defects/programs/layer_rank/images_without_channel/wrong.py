"""Gray images straight into a convolution.

Raises.
"""

import keras
from keras import layers

SIZE = 28
(x_train, y_train), _ = keras.datasets.fashion_mnist.load_data()
x_train = x_train / 255.0

net_in = keras.Input(shape=(SIZE, SIZE))
h = layers.Conv2D(8, 3, activation="relu")(net_in)  # [layer-input-rank]
h = layers.MaxPooling2D()(h)
h = layers.Flatten()(h)
net_out = layers.Dense(10, activation="softmax")(h)
net = keras.Model(net_in, net_out)
net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
net.fit(x_train, y_train, verbose=0)
