"""Settings from outside: argparse, flags, tuners, named tuples, objects of settings."""

from __future__ import annotations

import pytest

from keras_lint.shapes import with_defaults
from tests.interpreter.programs import last_shape, run, shapes

PARSER = """
import argparse
parser = argparse.ArgumentParser(description="a program")
group = parser.add_argument_group("sizes")
{0}
args = parser.parse_args()
def head(units):
    return keras.Sequential([keras.Input((4,)), layers.Dense(units)])
"""


@pytest.mark.parametrize(
    ("declaration", "use", "shape"),
    [
        ('parser.add_argument("--units", type=int, default=64)', "args.units", "args.units"),
        ('parser.add_argument("-u", "--n-units", type=int, default=8)', "args.n_units",
         "args.n_units"),
        ('group.add_argument("--units", type=int, default=8)', "args.units * 2", "2*args.units"),
        ('parser.add_argument("--units", default=8)', "args.units", "args.units"),
        ('parser.add_argument("--units", type=int, required=True)', "args.units", "args.units"),
        ('parser.add_argument("size", type=int, nargs=2, default=[3, 4])', "args.size[1]",
         "args.size[1]"),
        ('parser.add_argument("--u", dest="units", type=int, default=8)', "args.units",
         "args.units"),
        ('parser.add_argument("--units", type=int)', "args.units", "?"),
        ('parser.add_argument("--units", type=int, default=-1)', "args.units", "?"),
        ('parser.add_argument("--units", type=int, nargs="+", default=[3])', "args.units[0]",
         "args.units[0]"),
        ('parser.add_argument("--units", type=int, nargs="+")', "args.units[0]", "?"),
        ('parser.add_argument("--rate", type=float, default=2.0)', "int(args.rate)", "2"),
        ('parser.add_argument("--rate", type=float, default=0.5)', "int(args.rate * 8)", "4"),
        ('parser.add_argument("--rate", type=float, default=0.5)', "-args.rate", "?"),
        ('parser.add_argument("--rate", type=float)', "int(args.rate * 8)", "?"),
        ('parser.add_argument("--sizes", default="3,4")', 'int(args.sizes.split(",")[1])', "4"),
        ('parser.add_argument("--sizes", default="[3, 4]")', "eval(args.sizes)[1]", "4"),
        ('parser.add_argument("--deep", default="a")', '{"a": 3, "b": 4}[args.deep]', "3"),
        ("pass", "args.undeclared", "?"),
    ],
)  # fmt: skip
def test_argparse(declaration, use, shape):
    """A number from the command line is a symbol; anything else is unknown."""
    assert last_shape(PARSER.format(declaration) + f"head({use})") == f"(None, {shape})"


def test_the_default_is_kept():
    program = PARSER.format('parser.add_argument("--units", type=int, default=64)')
    [call] = run(program + "head(args.units + 1)").model.layer_calls
    assert with_defaults(call.output.shape[-1]) == 65


@pytest.mark.parametrize(
    ("declaration", "condition", "holds"),
    [
        ('"--deep", action="store_true"', "args.deep", False),
        ('"--flat", dest="deep", action="store_false"', "args.deep", True),
        ('"--deep", default="yes"', "args.deep == 'yes'", True),
        ('"--deep", default="yes"', "args.deep in ('no', 'never')", False),
        ('"--deep"', "args.deep is None", True),
        ('"--deep", type=float, default=0.2', "args.deep > 0.5", False),
        ('"--deep", type=int, default=4', "args.deep > 3", True),
        ('"--deep", action="store_true"', "not args.deep and unknown is not None", None),
        ('"--deep", action="store_true"', "args.deep and unknown", False),
        ('"deep"', "args.deep is None", None),
        ('"--deep", required=True', "args.deep is None", None),
        ('"--deep", type=own, default="4"', "args.deep == '4'", None),
    ],
)
def test_what_holds_where_nobody_sets_anything(declaration, condition, holds):
    """Both arms run, and the state after them is the one of the default."""
    parser = PARSER.format(f"parser.add_argument({declaration})")
    expected = {True: "(None, 5)", False: "(None, 3)", None: "(None, ?)"}[holds]
    assert last_shape(f"{parser}head(5 if {condition} else 3)") == expected
    program = f"""{parser}
if {condition}:
    units = 5
    head(7)
else:
    units = 3
    head(8)
head(units)
"""
    assert shapes(program) == ["(None, 7)", "(None, 8)", expected]


def test_a_default_that_ends_the_program_is_not_meant():
    program = (
        PARSER.format('parser.add_argument("--deep")')
        + """
if args.deep is None:
    raise SystemExit
else:
    units = 5
head(units)
"""
    )
    assert last_shape(program) == "(None, 5)"


def test_a_function_that_returns_where_a_setting_says_so():
    program = (
        PARSER.format('parser.add_argument("--deep", default="a")')
        + """
def sizes():
    if args.deep == "b":
        return 3
    if args.deep == "a":
        return 5
    return 7
head(sizes())
"""
    )
    assert last_shape(program) == "(None, 5)"


def test_two_parsers_are_two():
    """Arguments of one name in two parsers are two symbols."""
    one = PARSER.format('parser.add_argument("--units", type=int, default=8)')
    program = one + "first = args\n" + one + "head(args.units - first.units)"
    assert last_shape(program) != "(None, 0)"


def test_names_of_modules_that_are_not_found_are_unknown():
    """A name of a library that nobody knows may be any value, so it is refused nowhere."""
    program = """
    import settings
    from absl import flags
    FLAGS = flags.FLAGS
    for units in (settings.UNITS, FLAGS.units, settings.Config().units):
        keras.Sequential([keras.Input((4,)), layers.Dense(units)])
        keras.Sequential([keras.Input((4,)), layers.Dense(2 if units else 3)])
        keras.Sequential([keras.Input((4,)), layers.Dense(2 if units is None else 3)])
    """
    assert shapes(program) == ["(None, ?)"] * 9
    assert not any(made.refusals for made in run(program).model.constructions)


def test_hyper_parameters_of_a_tuner():
    """An integer of a tuner is a symbol, the same for the same name."""
    program = """
    def build_model(hp):
        units = hp.Int("units", min_value=32, max_value=512, step=32)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(units)])
        model.add(layers.Dense(hp.Int("units", 32, 512) * 2))
        model.add(layers.Dense(hp.Choice("more", [1, 2])))
        model.add(layers.Dropout(hp.Float("rate", 0, 1)))
        return model
    """
    expected = ["(None, hp.units)", "(None, 2*hp.units)", "(None, ?)", "(None, ?)"]
    assert shapes(program) == expected


@pytest.mark.parametrize(
    "program",
    [
        "import collections\nP = collections.namedtuple('P', 'units rate')\nc = P(7, 0.5)",
        "from collections import namedtuple\nP = namedtuple('P', ['units'])\nc = P(units=7)",
        "import collections\nP = collections.namedtuple('P', 'a, units', defaults=[7])\nc = P(1)",
        "import typing\nclass P(typing.NamedTuple):\n    units: int = 7\nc = P()",
        "import types\nc = types.SimpleNamespace(units=7, rate=0.5)",
        "import dataclasses\n@dataclasses.dataclass\nclass P:\n    units: int = 3\nc = P(7)",
        "import enum\nclass E(enum.IntEnum):\n    units = 7\nclass c:\n    units = E.units.value",
    ],
)
def test_objects_of_settings(program):
    tail = "keras.Sequential([keras.Input((4,)), layers.Dense(c.units)])"
    assert last_shape(f"{program}\n{tail}") == "(None, 7)"


def test_named_tuples_are_tuples():
    program = """
    import collections
    Size = collections.namedtuple("Size", "width height")
    size = Size(5, 6)
    width, height = size
    keras.Sequential([keras.Input((4,)), layers.Dense(width), layers.Dense(size[1] + height)])
    """
    assert shapes(program) == ["(None, 5)", "(None, 12)"]
