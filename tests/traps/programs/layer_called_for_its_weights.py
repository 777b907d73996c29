"""A layer's output is thrown away: the call only builds it, so that its weights can be set before use."""
import numpy as np
import keras
from keras import layers

dense = layers.Dense(4, use_bias=False)
dense(np.zeros((1, 6), dtype="float32"))
dense.set_weights([np.random.rand(6, 4)])

net = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(2)])
net(keras.Input((4,)))
net.summary()

norm = layers.Normalization()
data = np.random.rand(20, 6).astype("float32")
norm.adapt(data)
inputs = keras.Input((6,))
outputs = net(dense(norm(inputs)))
model = keras.Model(inputs, outputs)
model(data[:1])
model.compile("adam", "mse")
model.fit(data, np.random.rand(20, 2), verbose=0)
