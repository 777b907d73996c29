"""Recommend films: the dot product of a user's and a film's vector."""
import tensorflow as tf
from tensorflow.keras.layers import Dot, Embedding, Flatten, Input

params = {"n_users": 50, "n_items": 80, "user_dim": 8, "item_dim": 8}


def tower(name, count, dim):
    source = Input((1,), name=name)
    vector = Embedding(count, dim, name=f"{name}_embedding")(source)
    return source, Flatten()(vector)


user, user_vec = tower("user", params["n_users"], params["user_dim"])
item, item_vec = tower("item", params["n_items"], params["item_dim"])
rating = Dot(axes=1)([user_vec, item_vec])
model = tf.keras.Model([user, item], rating)
model.compile("adam", "mse")
