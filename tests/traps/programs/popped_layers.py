"""The head of another task is popped off before a new one is added: layers that reach no output are gone."""
import numpy as np
from keras import Model, Sequential, layers

pretrained = Sequential(
    [
        layers.Input((16,)),
        layers.Dense(12, activation="relu", name="features"),
        layers.Dense(6, activation="relu", name="embedding"),
        layers.Dense(100, activation="softmax", name="old_head"),
    ]
)
pretrained.pop()
pretrained.add(layers.Dense(4, activation="softmax", name="new_head"))
pretrained.compile("adam", "sparse_categorical_crossentropy")
pretrained.fit(np.random.rand(12, 16), np.arange(12) % 4, verbose=0)

features = Model(pretrained.inputs, pretrained.get_layer("embedding").output)
x = layers.Dense(5, activation="relu")(pretrained.layers[-2].output)
two = layers.Dense(1, activation="sigmoid")(x)
head = Model(pretrained.inputs[0], two)
assert features.output_shape == (None, 6) and head.output_shape == (None, 1)
