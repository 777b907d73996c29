"""Dense after Dense without activation: query, key and value projections, and residual branches, are linear."""
import numpy as np
import keras
from keras import layers, ops

inputs = keras.Input((9, 8))
q = layers.Dense(8, use_bias=False, name="q")(inputs)
k = layers.Dense(8, use_bias=False, name="k")(inputs)
v = layers.Dense(8, use_bias=False, name="v")(inputs)
scores = ops.matmul(q, ops.transpose(k, (0, 2, 1))) / 8**0.5
mixed = ops.matmul(ops.softmax(scores, axis=-1), v)
x = layers.Dense(8, name="project")(mixed)
x = layers.Add()([inputs, x])
h = layers.Dense(16)(layers.LayerNormalization()(x))
h = keras.activations.gelu(h)
x = layers.Add()([x, layers.Dense(8)(h)])
logits = layers.Dense(3)(x[:, 0])
model = keras.Model(inputs, logits)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(np.random.rand(6, 9, 8), np.array([0, 1, 2, 0, 1, 2]), verbose=0)
