"""Values of arguments in their less common spellings: upper-case padding, lists, None, -1, rate 0."""
import numpy as np
import keras
from keras import layers

model = keras.Sequential()
model.add(keras.Input([20, 20, 3]))
model.add(layers.Conv2D(4, [3, 3], [1, 1], "SAME", activation=None))
model.add(layers.MaxPool2D((2, 2), None, "valid"))
model.add(layers.SeparableConvolution2D(4, 3, depth_multiplier=2))
model.add(layers.Conv2D(4, (1, 3), dilation_rate=(1, 2), groups=2))
model.add(layers.ZeroPadding2D((1, 2)))
model.add(layers.Cropping2D(((1, 0), (2, 1))))
model.add(layers.UpSampling2D(size=(2, 1), interpolation="nearest"))
model.add(layers.Dropout(0))
model.add(layers.SpatialDropout2D(rate=0.1))
model.add(layers.Reshape((-1, 4)))
model.add(layers.Permute((2, 1)))
model.add(layers.Permute((2, 1)))
model.add(layers.Masking())
model.add(layers.AveragePooling1D(pool_size=3, strides=2, padding="same"))
model.add(layers.GRU(int(8.0), activation="tanh", recurrent_dropout=0.0, reset_after=False))
model.add(layers.Dense(units=int(np.prod((2, 2))), activation=keras.activations.relu, kernel_regularizer="l2"))
model.add(layers.Dense(1, None))
model.compile("adam", "huber")
model.fit(np.random.rand(2, 20, 20, 3), np.zeros((2, 1)), verbose=0)
