"""Lists that are sorted and cut, dicts with defaults, iterators, operators, texts, own protocols."""
import argparse
import functools
import itertools
import json
import operator
import re
from collections import defaultdict

import keras
from keras import layers

x = keras.Input((3,))

total = functools.reduce(operator.mul, (3, 4, 2), 1)
out = layers.Dense(total)(x)  # shape: (None, 24)

groups = defaultdict(list)
for number in range(4):
    groups["even" if number % 2 == 0 else "odd"].append(number + 1)
out = layers.Dense(len(groups["odd"]) + 10 * len(groups["none"]) + groups["odd"][-1])(out)  # shape: (None, 6)

sizes = [5, 3, 4]
sizes.sort()
out = layers.Dense(sizes[0])(out)  # shape: (None, 3)
sizes.sort(key=lambda size: -size)
out = layers.Dense(sizes[0])(out)  # shape: (None, 5)
sizes.remove(3)
out = layers.Dense(len(sizes))(out)  # shape: (None, 2)
sizes[0:1] = [1, 2, 7]
out = layers.Dense(sizes[2])(out)  # shape: (None, 7)
pairs = sorted({"b": layers.Dense(8), "a": layers.Dense(9)}.items())  # shape: (None, 9)
out = pairs[0][1](out)

numbers = itertools.count(5)
out = layers.Dense(next(numbers))(out)  # shape: (None, 5)
out = layers.Dense(next(numbers))(out)  # shape: (None, 6)
widths = iter([3, 9])
next(widths)
out = layers.Dense(next(widths))(out)  # shape: (None, 9)

text = "conv3-16"
out = layers.Dense(int(re.match(r"conv(\d+)-(\d+)", text).group(2)))(out)  # shape: (None, 16)
out = layers.Dense(int(re.findall(r"\d+", text)[0]))(out)  # shape: (None, 3)
out = layers.Dense(json.loads('{"units": 19}')["units"])(out)  # shape: (None, 19)


class Widths:
    def __len__(self):
        return 2

    def __iter__(self):
        for step in range(2):
            yield 20 + step


own = Widths()
out = layers.Dense(len(own))(out)  # shape: (None, 2)
for width in own:
    out = layers.Dense(width)(out)  # shape: (None, 20) | (None, 21)


def wide(tensor):
    return layers.Dense(30)(tensor)  # shape: (None, 30)


out = globals()["wide"](out)

parser = argparse.ArgumentParser()
parser.add_argument("--kind", default="small", choices=["small", "big"])
parser.add_argument("--deep", action="store_true")
options = parser.parse_args([])
out = layers.Dense({"small": 31, "big": 32}[options.kind] if not options.deep else 33)(out)  # shape: (None, 31)

model = keras.Model(x, out)
