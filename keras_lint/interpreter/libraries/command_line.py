"""Settings from outside: ``argparse``, ``absl.flags``, and the hyper-parameters of Keras Tuner."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.hyperparameters import integer, unknown_choice
from keras_lint.interpreter.presets import Preset
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    External,
    ExternalObject,
    List,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import Polynomial, Symbol, Unknown
from keras_lint.source import Span

_DECLARED = "%declared"
"""The cell of a parser that holds the values of its arguments, by name."""

_DEFAULTS = "%defaults"
"""The cell of a parser that holds what its arguments are when none is given."""


@handles(
    "argparse.ArgumentParser",
    "configargparse.ArgumentParser",
)
def parser(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a parser; one with parents knows more than it is told here."""
    made = ExternalObject("argparse.ArgumentParser", span=span)
    made.cells[_DECLARED] = {}
    return made


@handles(
    "argparse.ArgumentParser.add_argument_group",
    "argparse.ArgumentParser.add_mutually_exclusive_group",
)
def group(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the parser itself: what a group declares goes to the same result."""
    return arguments.positional[0]


@handles("argparse.ArgumentParser.add_argument")
def add_argument(run: Context, arguments: Arguments, span: Span) -> Value:
    """Declare an argument of the command line."""
    made, *flags = arguments.positional
    assert isinstance(made, ExternalObject), "the parser comes first"
    texts = [flag.value for flag in flags if isinstance(flag, Constant)]
    chosen = arguments.keywords.get("dest")
    name = chosen.value if isinstance(chosen, Constant) else _destination(texts)
    if not isinstance(name, str) or len(texts) < len(flags) or arguments.rest is not None:
        return NONE
    may_be_missing = any(str(text).startswith("-") for text in texts) or (
        arguments.keywords.get("nargs") in (Constant("?"), Constant("*"))
    )
    value = _declared_value(run, name, arguments, span)
    default = _default_value(arguments)
    required = run.truth(arguments.keywords.get("required", NONE)) is not False
    if isinstance(value, Unknown) and default is not None and may_be_missing and not required:
        value = Preset(value.why, span, default=default)
    _note(run, made, _DECLARED, {name: value})
    if default is not None:
        _note(run, made, _DEFAULTS, {name: default})
    return NONE


def _note(run: Context, made: ExternalObject, cell: str, values: dict[str, Value]) -> None:
    known = made.cells.get(cell, {})
    if isinstance(known, dict):  # otherwise paths differ in what they declare
        run.heap.set(made, cell, {**known, **values})


def _default_value(arguments: Arguments) -> Value | None:
    """Give the value of an argument that is not on the command line, where it is plain."""
    action = arguments.keywords.get("action")
    kind = arguments.keywords.get("type", External("builtins.str"))
    default = arguments.keywords.get("default")
    if default is None and action is not None:
        switches = {"store_true": False, "store_false": True}
        start = switches.get(str(action.value)) if isinstance(action, Constant) else None
        return None if start is None else Constant(start)
    if default is None:
        return NONE
    text = isinstance(default, Constant) and isinstance(default.value, str)
    return default if not text or kind == External("builtins.str") else None


def _destination(flags: list[Any]) -> str | None:
    long = [flag for flag in flags if isinstance(flag, str) and flag.startswith("--")]
    chosen = long[0] if long else flags[0] if flags and isinstance(flags[0], str) else None
    return None if chosen is None else chosen.lstrip("-").replace("-", "_")


def _declared_value(run: Context, name: str, arguments: Arguments, span: Span) -> Value:
    given = arguments.keywords
    default, kind = given.get("default", NONE), given.get("type")
    start = _count(default)
    unknown = Unknown(f"the command-line argument `{name}`", span)
    number = kind == External("builtins.int")
    if "action" in given or not (number or (kind is None and start is not None)):
        return unknown
    several = given.get("nargs")
    if several is None:
        required = given.get("required", NONE)
        if default == NONE and run.truth(required) is True:
            return _symbol(name, name, None, span)
        return unknown if start is None else _symbol(name, name, start, span)
    items = run.iterate(default) if isinstance(default, List | Tuple) else []
    starts = [] if isinstance(items, Unknown) else [_count(item) for item in items]
    if several == Constant("+") and len(starts) > 0 and None not in starts:
        several = Constant(len(starts))
    if several != Constant(len(starts)) or not starts or None in starts:
        return unknown
    return List([_symbol(f"{name}.{i}", f"{name}[{i}]", one, span) for i, one in enumerate(starts)])


def _count(value: Value) -> int | None:
    """Give a default that is a positive integer, as a symbol stands for; None for others."""
    number = value.value if isinstance(value, Constant) else None
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        return None
    return number


def _symbol(identity: str, label: str, default: int | None, span: Span) -> Value:
    return Size(Polynomial.of(Symbol(f"{span}#{identity}", f"args.{label}", default)))


@handles("argparse.ArgumentParser.set_defaults")
def set_defaults(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change defaults: what they set is no longer what was declared."""
    made = arguments.positional[0]
    assert isinstance(made, ExternalObject), "the parser comes first"
    why = "the default of"
    changed: dict[str, Value] = {k: Unknown(f"{why} `{k}`", span) for k in arguments.keywords}
    _note(run, made, _DECLARED, changed)
    _note(run, made, _DEFAULTS, changed)
    return NONE


@handles_each(
    "argparse.ArgumentParser.parse_args",
    "argparse.ArgumentParser.parse_known_args",
)
def parse(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the declared arguments as attributes: a number is a symbol with its default."""
    made = arguments.positional[0]
    assert isinstance(made, ExternalObject), "the parser comes first"
    result = ExternalObject("argparse.Namespace", span=span)
    declared = made.cells.get(_DECLARED, MISSING)
    if isinstance(declared, dict):
        result.cells.update(declared)
        given = arguments.get(1, "args")
        if isinstance(given, List) and given.items == ():
            defaults = made.cells.get(_DEFAULTS)
            result.cells.update(defaults if isinstance(defaults, dict) else {})
    if name.endswith("known_args"):
        return Tuple((result, List(Unknown("arguments that the parser does not know", span))))
    return result


@handles(
    "argparse.ArgumentParser.print_help",
    "argparse.ArgumentParser.print_usage",
    "argparse.ArgumentParser.add_subparsers",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Declare nothing that is followed."""
    return Unknown("what a parser gives", span)


@handles("absl.flags.DEFINE_integer")
def define_integer(run: Context, arguments: Arguments, span: Span) -> Value:
    """Declare an integer flag; the holder that this gives has it as ``value``."""
    name, default = arguments.get(0, "name"), arguments.get_or(1, "default", NONE)
    holder = ExternalObject("absl.flags.FlagHolder", span=span)
    start = _count(default)
    if isinstance(name, Constant) and start is not None:
        label = str(name.value)
        symbol = Symbol(f"{span}#{label}", f"FLAGS.{label}", start)
        holder.cells["value"] = Size(Polynomial.of(symbol))
    return holder


@handles_each(
    "keras_tuner.HyperParameters.Int",
    "kerastuner.HyperParameters.Int",
    "keras_tuner.engine.hyperparameters.HyperParameters.Int",
    "kerastuner.engine.hyperparameters.HyperParameters.Int",
)
def tuned_integer(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Choose an integer from a range."""
    rest = Arguments(arguments.positional[1:], arguments.keywords, arguments.rest)
    return integer(run, rest, span)


@handles_each(
    "keras_tuner.HyperParameters.Choice",
    "keras_tuner.HyperParameters.Float",
    "keras_tuner.HyperParameters.Boolean",
    "keras_tuner.HyperParameters.Fixed",
    "kerastuner.HyperParameters.Choice",
    "kerastuner.HyperParameters.Float",
    "kerastuner.HyperParameters.Boolean",
    "kerastuner.HyperParameters.Fixed",
)
def tuned_value(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Choose a value; which one only the search tells."""
    return unknown_choice(name.rpartition(".")[2], span)
