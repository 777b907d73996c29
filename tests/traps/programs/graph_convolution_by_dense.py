"""Dense on nodes (None, 7, 5) and a matrix product with the adjacency: a graph network, pooled at the end."""
import numpy as np
import keras
from keras import layers, ops


class GraphConv(layers.Layer):
    def __init__(self, units, activation=None):
        super().__init__()
        self.dense = layers.Dense(units, use_bias=False)
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        nodes, adjacency = inputs
        degree = ops.sum(adjacency, axis=-1, keepdims=True) + 1e-6
        return self.activation(self.dense(ops.matmul(adjacency / degree, nodes)))


N, F = 7, 5
nodes, adjacency = keras.Input((N, F)), keras.Input((N, N))
h = layers.Dense(8, activation="relu")(nodes)
for units in (8, 8):
    h = layers.Add()([h, GraphConv(units, "relu")([h, adjacency])])
per_node = layers.Dense(1, activation="sigmoid", name="gate")(h)
graph = layers.Flatten()(layers.Dot(axes=(1, 1))([per_node, h]))
out = layers.Dense(1)(graph)
model = keras.Model([nodes, adjacency], out)
model.compile("adam", "mse")
A = (np.random.rand(6, N, N) > 0.5).astype("float32")
model.fit([np.random.rand(6, N, F), np.maximum(A, A.transpose(0, 2, 1))], np.random.rand(6), verbose=0)
