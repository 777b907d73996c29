"""Classes and functions of the user's own are called Dense, Conv2D and Attention and take other arguments."""
import numpy as np
import keras
from keras import layers


class Dense(layers.Dense):
    def __init__(self, n_out, dropout=0.0, border="none", **kwargs):
        super().__init__(n_out, **kwargs)
        self.drop = layers.Dropout(dropout)

    def call(self, x, training=None):
        return self.drop(super().call(x), training=training)


class Attention(layers.Layer):
    def __init__(self, units, step_dim, bias=True):
        super().__init__()
        self.score = layers.Dense(units, use_bias=bias)
        self.out = layers.Dense(1)
        self.step_dim = step_dim

    def call(self, query, values):
        s = self.out(keras.ops.tanh(self.score(values) + keras.ops.expand_dims(query, 1)))
        w = keras.ops.softmax(s, axis=1)
        return keras.ops.sum(w * values, axis=1), w


def Conv2D(x, nb_filter, nb_row, nb_col, subsample=(1, 1), border_mode="same"):
    x = layers.Conv2D(nb_filter, (nb_row, nb_col), strides=subsample, padding=border_mode)(x)
    return layers.ReLU()(layers.BatchNormalization()(x))


img = keras.Input((12, 12, 1))
x = Conv2D(img, 4, 3, 3)
x = Conv2D(x, 4, 3, 3, subsample=(2, 2), border_mode="valid")
values = layers.Reshape((-1, 4))(x)
query = layers.GlobalMaxPooling2D()(x)
context, weights = Attention(5, step_dim=25)(layers.Dense(5)(query), values)
out = Dense(3, dropout=0.1, border="thin", activation="softmax")(context)
model = keras.Model(img, out)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(3, 12, 12, 1), np.arange(3), verbose=0)
