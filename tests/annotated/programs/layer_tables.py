"""Layers in dicts, by getattr, by configuration objects."""
from collections import namedtuple
from dataclasses import dataclass, field
from types import SimpleNamespace

import keras
from keras import layers


@dataclass
class Config:
    units: int = 24
    rate: float = 0.1
    widths: tuple = (6, 5)
    kernel: str = "Conv1D"
    extra: list = field(default_factory=lambda: [2, 3])

    @property
    def half(self):
        return self.units // 2

    def build_head(self, classes):
        return layers.Dense(classes)  # shape: (None, 9)  # params: 54


Point = namedtuple("Point", ["x", "y"])
config = Config(rate=0.2)
args = SimpleNamespace(steps=20, channels=3)
size = Point(y=2, x=4)
TABLE = {"dense": layers.Dense, "drop": layers.Dropout}
makers = {
    "first": lambda: layers.Dense(config.units),  # shape: (None, 20, 24)
    "half": lambda: TABLE["dense"](config.half),  # shape: (None, 20, 12)
}
inputs = keras.Input((args.steps, args.channels))
x = makers["first"]()(inputs)
x = makers.get("half")()(x)
x = getattr(layers, config.kernel)(7, size.x)(x)  # shape: (None, 17, 7)
x = layers.GlobalMaxPooling1D()(x)  # shape: (None, 7)
for width in config.widths + tuple(config.extra[:0]):
    x = TABLE["dense"](width)(x)  # shape: (None, 6) | (None, 5)
    x = TABLE["drop"](config.rate)(x)  # shape: (None, 6) | (None, 5)
named = {name: layers.Dense(n, name=name)(x) for name, n in [("a", 1), ("b", size.y)]}  # shape: (None, 1) | (None, 2)
out = config.build_head(9)(layers.concatenate([x, named["a"]]) if len(named) > 5 else layers.concatenate([named["b"], named["a"], named["b"]]))
model = keras.Model(inputs, out)
