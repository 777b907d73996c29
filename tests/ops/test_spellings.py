"""Every declared spelling is a public function that takes these parameters in this order."""

from __future__ import annotations

import inspect
from collections import Counter
from importlib import import_module

import pytest

from keras_lint.ops.operation import Operation, Spelling
from keras_lint.ops.registry import find_operation, operation_modules
from tests.ops.libraries import resolve

NAMES = sorted(operation_modules())
METHODS_OF_GENERATORS = ("numpy.random.RandomState.", "numpy.random.Generator.")


def declared(name: str) -> Spelling:
    operation = find_operation(name)
    assert operation is not None
    return operation.spellings[name]


def positional(spelling: Spelling) -> list[str]:
    names = []
    for own, _canonical in spelling.parameters:
        if own in ("*", "..."):
            break
        names.append(own)
    return names


def test_every_spelling_is_found_by_its_name() -> None:
    assert all(name in find_operation(name).spellings for name in NAMES)


def test_no_spelling_is_declared_twice() -> None:
    seen: Counter[str] = Counter()
    for module in set(operation_modules().values()):
        for function in vars(import_module(module)).values():
            operation = getattr(function, "operation", None)
            if isinstance(operation, Operation) and operation.function.__module__ == module:
                seen.update(list(operation.spellings))
    assert [name for name, count in seen.items() if count > 1] == []
    assert set(seen) == set(NAMES)


def parameters(name: str) -> list[inspect.Parameter] | None:
    """Give the parameters of the real function, where Python can tell them."""
    try:
        return list(inspect.signature(resolve(name)).parameters.values())
    except ValueError:
        return None


VARIADIC = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
ROOTS = pytest.mark.parametrize("root", ["keras.", "tensorflow.", "numpy."])


@ROOTS
def test_every_spelling_is_public(root: str) -> None:
    missing = []
    for name in NAMES:
        try:
            if name.startswith(root):
                resolve(name)
        except AttributeError:
            missing.append(name)
    assert missing == []


@ROOTS
def test_parameters_stand_in_the_order_of_the_library(root: str) -> None:
    wrong = {}
    for name in NAMES:
        real = parameters(name) if name.startswith(root) else None
        if real is None or name.startswith(METHODS_OF_GENERATORS):
            continue
        names = [one.name for one in real if one.kind is not one.KEYWORD_ONLY]
        mine = [own.lstrip("*") for own in positional(declared(name))]
        # numpy changes what is positional-only or keyword-only from release to release.
        plain = {one.name for one in real if one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD}
        variadic = any(one.kind in VARIADIC for one in real)
        for own, other in zip(mine, names, strict=False):
            if own != other and other in plain:
                wrong[name] = (mine, names)
        if len(mine) > len(real) and not variadic:
            wrong[name] = (mine, names)
    assert wrong == {}


@ROOTS
def test_closed_spellings_take_every_keyword_of_the_library(root: str) -> None:
    refused = {}
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    for name in NAMES:
        real = parameters(name) if name.startswith(root) else None
        spelling = declared(name)
        if real is None or ("...", "...") in spelling.parameters:
            continue
        known = {own.lstrip("*") for own, _ in spelling.parameters}
        missing = {one.name for one in real if one.kind in kinds} - known
        if missing:
            refused[name] = missing
    assert refused == {}
