"""A Model subclass with layers in a list and in a dict, made in build() from the width of the input."""
import numpy as np
import keras
from keras import layers


class Tabular(keras.Model):
    def __init__(self, hidden=(16, 8), heads=("click", "buy"), **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.blocks = []
        self.heads = {name: layers.Dense(1, activation="sigmoid", name=name) for name in heads}

    def build(self, input_shape):
        width = input_shape[-1]
        for units in (width, *self.hidden):
            self.blocks.append(layers.Dense(units, activation="relu"))
            self.blocks.append(layers.BatchNormalization())
        super().build(input_shape)

    def call(self, x, training=None):
        for block in self.blocks:
            x = block(x, training=training) if isinstance(block, layers.BatchNormalization) else block(x)
        return {name: head(x) for name, head in self.heads.items()}


model = Tabular()
model.compile(optimizer="adam", loss={"click": "binary_crossentropy", "buy": "binary_crossentropy"})
x = np.random.rand(30, 7).astype("float32")
model.fit(x, {"click": np.random.randint(0, 2, (30, 1)), "buy": np.random.randint(0, 2, (30, 1))}, verbose=0)
print(model.predict(x[:2], verbose=0)["buy"].shape)
