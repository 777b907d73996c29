"""Sets count equal members once; named tuples and data classes are copied with changes."""
import copy
from collections import namedtuple
from dataclasses import asdict, astuple, dataclass, field, replace
from typing import NamedTuple

import keras
from keras import layers

x = keras.Input((3,))

ratios = [1.0, 2.0]
members = {3, 4, 4}
out = layers.Dense(len(members) + (1 in ratios))(x)  # shape: (None, 3)
members.add(4)
members.add(5)
out = layers.Dense(10 + len(members))(out)  # shape: (None, 13)
out = layers.Dense(len(sorted(set("hello world"))))(out)  # shape: (None, 8)
out = layers.Dense(20 + len({letter for letter in "aabbc"}))(out)  # shape: (None, 23)
out = layers.Dense(30 + len(set("abc") | set("cd")))(out)  # shape: (None, 34)
out = layers.Dense(40 + len(set("abc") & set("cd")))(out)  # shape: (None, 41)
out = layers.Dense(50 + len(set("abc") - set("cd")))(out)  # shape: (None, 52)
vocabulary = set()
for text in ("a b", "b c"):
    vocabulary.update(text.split())
vocabulary.discard("a")
out = layers.Dense(60 + len(vocabulary))(out)  # shape: (None, 62)


class Stage(NamedTuple):
    units: int
    activation: str = "relu"

    def double(self):
        return 2 * self.units


Block = namedtuple("Block", "units activation")


@dataclass
class Settings:
    width: int = 8
    sizes: list = field(default_factory=lambda: [3, 4])

    def build(self, tensor):
        for size in self.sizes:
            tensor = layers.Dense(size * self.width)(tensor)  # shape: (None, 24) | (None, 32) | (None, 48) | (None, 64) | (None, 6) | (None, 8) | (None, 18)
        return tensor


units, activation = Stage(14)
out = layers.Dense(units, activation=activation)(out)  # shape: (None, 14)
out = layers.Dense(Stage(5)._replace(units=6).double())(out)  # shape: (None, 12)
out = layers.Dense(Stage(15)[0])(out)  # shape: (None, 15)
out = layers.Dense(Block(7, "relu")._replace(units=8).units)(out)  # shape: (None, 8)
out = layers.Dense(Block(11, "relu")._asdict()["units"])(out)  # shape: (None, 11)
out = layers.Dense(Block._make([12, "relu"]).units + len(Block._fields))(out)  # shape: (None, 14)

plain = Settings()
wide = replace(plain, width=16)
out = wide.build(plain.build(out))
out = layers.Dense(asdict(wide)["width"] + astuple(plain)[0])(out)  # shape: (None, 24)
other = copy.deepcopy(plain)
other.sizes.append(9)
other.width = 2
out = other.build(out)
out = layers.Dense(len(plain.sizes) + vars(plain)["width"] + plain.__dict__["width"])(out)  # shape: (None, 18)

model = keras.Model(x, out)
