"""Every operation under every name against its library, with random arguments."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module

import pytest

from keras_lint.ops.registry import find_operation, operation_modules
from tests.ops.differential import Extras, Family, differential

NOT_CALLED: dict[str, str] = {}
"""Spellings that cannot be called in a test, with the reason."""


def functions() -> dict[str, list[str]]:
    """Group the spellings of the registry by shape function: ``reductions.reduce``."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, module in operation_modules().items():
        operation = find_operation(name)
        assert operation is not None
        if name not in NOT_CALLED:
            groups[f"{module.rpartition('.')[2]}.{operation.function.__name__}"].append(name)
    return dict(sorted(groups.items()))


FUNCTIONS = functions()
MODULES = sorted({key.partition(".")[0] for key in FUNCTIONS})


def families(module: str) -> tuple[dict[str, Family], dict[str, Extras]]:
    """Give the families of one module of operations, and the extras of its spellings."""
    found = import_module(f"tests.ops.families.{module}")
    return found.FAMILIES, found.EXTRAS


@pytest.mark.parametrize("module", MODULES)
def test_every_shape_function_has_a_family(module: str) -> None:
    """An operation without a strategy would not be compared with anything."""
    registered = {key.partition(".")[2] for key in FUNCTIONS if key.startswith(f"{module}.")}
    assert set(families(module)[0]) == registered


@pytest.mark.parametrize("module", MODULES)
def test_extras_belong_to_spellings(module: str) -> None:
    """A spelling that is renamed takes its further arguments along."""
    drawn, extras = families(module)
    named = {name for family in drawn.values() for name in family.named}
    registered = {
        name for key, names in FUNCTIONS.items() if key.startswith(f"{module}.") for name in names
    }
    assert (set(extras) | named) - registered == set()


@pytest.mark.parametrize("key", FUNCTIONS)
def test_the_library_gives_what_is_predicted(key: str) -> None:
    """Shapes, dtypes, bounds and refusals are those of the library."""
    module, _, function = key.partition(".")
    drawn, extras = families(module)
    differential(key, FUNCTIONS[key], drawn[function], extras)
