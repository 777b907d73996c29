"""The schemas against Keras 1.2.2, as recorded by ``tests/layers/keras_1/record.py``."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from keras_lint import engine
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.settings import Settings
from keras_lint.shapes import Shape, flatten_structure, is_dynamic, is_known, is_unknown
from keras_lint.source import SourceText

ANSWERS: dict[str, list[Any]] = json.loads(
    Path(__file__).with_name("answers.json").read_text(encoding="utf-8")
)
SIGNATURES: dict[str, list[Any]] = json.loads(
    Path(__file__).with_name("signatures.json").read_text(encoding="utf-8")
)
OF_EVERY_LAYER = ("input_dim", "input_length", "name")


class Ours(NamedTuple):
    """What the facts say of one call: what is not known is ``...``."""

    refused: bool
    shape: object = ...
    parameters: object = ...
    trainable: object = ...


def classes_of_keras_1() -> set[str]:
    schemas = {find_layer(name) for name in layer_modules()}
    return {
        schema.keras_name.rpartition(".")[2]
        for schema in schemas
        if schema is not None and 1 in schema.in_keras
    }


def inputs_of(shapes: Any) -> str:
    if shapes and isinstance(shapes[0], list):
        return f"[{', '.join(map(inputs_of, shapes))}]"
    return f"Input(batch_shape={tuple(shapes)!r})"


def program(calls: list[Any]) -> str:
    """Write the inputs of each call on a line and the call on the next."""
    names = {"Input"}
    for expression, _, _ in calls:
        names.update(re.findall(r"\b([A-Z]\w+|merge)\(", expression))
    lines = [f"from keras.layers import {', '.join(sorted(names))}"]
    for expression, shapes, _ in calls:
        lines += [f"x = {inputs_of(shapes)}", f"y = {expression}"]
    return "\n".join(lines) + "\n"


@cache
def answers(family: str) -> list[Ours]:
    """Give what we say of each recorded call of a family, where Keras 2 or older is meant."""
    calls = ANSWERS[family]
    report = engine.analyze(SourceText("former.py", program(calls)), Settings(version="2"))
    assert report.notes == ()
    return [_answer(report.model, 3 + 2 * index) for index in range(len(calls))]


def _answer(model: SemanticModel, line: int) -> Ours:
    made = [one for one in model.constructions if one.span.line == line]
    applied = [one for one in model.layer_calls if one.span.line == line]
    if any(one.refusals for one in made) or any(one.refusal for one in applied):
        return Ours(True)
    if not applied or applied[-1].output is None:
        return Ours(False)
    call = applied[-1]
    return Ours(
        False,
        _plain(flatten_structure(call.output)[0].shape),
        int(call.params) if is_known(call.params) else ...,
        _trainable(call),
    )


def _trainable(call: LayerCall) -> object:
    if call.schema is not None and call.schema.common.get("trainable") is False:
        return 0
    return int(call.trainable_params) if is_known(call.trainable_params) else ...


def _plain(shape: Shape) -> object:
    if shape.dims is None:
        return ...
    return [None if is_dynamic(one) else ... if is_unknown(one) else one for one in shape.dims]


def _fits(ours: object, theirs: object) -> bool:
    if ours is ...:
        return True
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_fits, ours, theirs))
    return ours == theirs


def shares(family: str) -> Counter[str]:
    """Count how the calls of a family fare."""
    counts: Counter[str] = Counter()
    for ours, (_, _, theirs) in zip(answers(family), ANSWERS[family], strict=True):
        known = ours.shape is not ... and ... not in ours[2:]
        exact = known and ... not in (ours.shape if isinstance(ours.shape, list) else ())
        counts["accepted" if theirs is not None else "refused"] += 1
        if theirs is None:
            counts["refused by us too"] += ours.refused
        else:
            counts["exact" if exact else "unknown"] += 1
    return counts


@pytest.mark.parametrize("name", sorted(classes_of_keras_1()))
def test_the_arguments_are_those_of_keras_1(name: str) -> None:
    """A schema has its arguments in its order, but for the last ones that every layer takes."""
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    ours = [
        [one.name.rstrip("_"), *([] if one.default is MISSING else [one.default])]
        for one in fields(schema)  # type: ignore[arg-type]
    ]
    theirs = [one for one in SIGNATURES[name] if one[0] not in OF_EVERY_LAYER]

    assert json.loads(json.dumps(ours)) == theirs
    assert [name for name, *_ in SIGNATURES[name]][: len(ours)] == [name for name, *_ in ours]


@pytest.mark.parametrize("family", ANSWERS)
def test_what_is_stated_is_what_keras_1_states(family: str) -> None:
    """A shape or a count that is stated is that of Keras 1; what is refused it refuses, too."""
    wrong = [
        (expression, shapes, theirs, ours)
        for ours, (expression, shapes, theirs) in zip(answers(family), ANSWERS[family], strict=True)
        if theirs is not None and (ours.refused or not all(map(_fits, ours[1:], theirs)))
    ]
    print(family, dict(shares(family)))

    assert wrong == []


@pytest.mark.parametrize("family", sorted(classes_of_keras_1()))
def test_a_class_of_keras_1_is_known_in_full(family: str) -> None:
    """Nothing that Keras 1 takes is unknown."""
    counts = shares(family)

    assert counts["exact"] == counts["accepted"] >= 100
    assert counts["refused"] >= 30
