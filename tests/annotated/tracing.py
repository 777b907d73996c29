"""What real Keras does with a program: every layer that the program makes, and what it gives."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

_PAUSED = ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch")


@dataclass
class Made:
    """One layer made in the program, and the distinct output shapes of its applications."""

    layer: Any
    file: str
    line: int
    shapes: list[Any] = field(default_factory=list)
    by_builder: dict[int, Any] = field(default_factory=dict)

    def outputs(self) -> list[Any]:
        """Give its distinct output shapes in order, those of rebuilt models once."""
        found: list[Any] = []
        for shape in [*self.by_builder.values(), *self.shapes]:
            if shape not in found:
                found.append(shape)
        return found


class Trace:
    """Watches a program run; ``files`` are those whose lines count."""

    def __init__(self, files: set[str]) -> None:
        self.files = files
        self.made: dict[int, Made] = {}
        self.active: list[Any] = []
        self.training = 0

    def record_construction(self, layer: Any) -> None:
        """Note a layer that a line of the program makes, not Keras itself."""
        frame = sys._getframe(2)
        while frame is not None and _is_passage(frame):
            frame = frame.f_back
        if frame is not None and frame.f_code.co_filename in self.files:
            self.made[id(layer)] = Made(layer, frame.f_code.co_filename, frame.f_lineno)

    def record_call(self, layer: Any, output: Any) -> None:
        """Note what a layer gives, unless Keras applies it on its own account."""
        made = self.made.get(id(layer))
        if made is None:
            return
        outer = self.active[-1] if self.active else None
        shape = shape_of(output)
        if isinstance(outer, _Building):
            made.by_builder[id(outer.model)] = shape
        elif self.training:
            return
        elif outer is None or not type(outer).__module__.startswith(("keras.", "tensorflow.")):
            made.shapes.append(shape)


def _is_passage(frame: FrameType) -> bool:
    """Tell whether Keras only passes on what the program asks for: ``concatenate([a, b])``."""
    code = frame.f_code
    merging = "layers/merging/" in code.co_filename.replace("\\", "/")
    return code.co_name == "__new__" or (merging and not code.co_name.startswith("_"))


@dataclass
class _Building:
    """A Sequential that applies its layers to build itself, again with each layer added."""

    model: Any


def shape_of(output: Any) -> Any:
    """Give the shape of a tensor, or of each in a structure."""
    if isinstance(output, dict):
        return {key: shape_of(value) for key, value in output.items()}
    if isinstance(output, list | tuple):
        return [shape_of(one) for one in output]
    try:
        return [None if size is None else int(size) for size in output.shape]
    except (AttributeError, ValueError):
        return None


@contextmanager
def tracing(files: set[str]) -> Iterator[Trace]:
    """Watch what is done with Keras inside the ``with`` block."""
    import keras

    trace = Trace(files)
    saved = [
        _patch(keras.layers.Layer, "__new__", functools.partial(_watch_construction, trace)),
        _patch(keras.layers.Layer, "__call__", functools.partial(_watch_calls, trace)),
        _patch(keras.Sequential, "build", functools.partial(_watch_builds, trace)),
        *(_patch(keras.Model, name, functools.partial(_pause, trace)) for name in _PAUSED),
    ]
    try:
        yield trace
    finally:
        for owner, name, original in saved:
            if original is None:
                delattr(owner, name)
            else:
                setattr(owner, name, original)


def _patch(owner: Any, name: str, wrapper: Callable[..., Any]) -> tuple[Any, str, Any]:
    original = owner.__dict__.get(name)
    setattr(owner, name, wrapper(getattr(owner, name)))
    return owner, name, original


def _watch_construction(trace: Trace, original: Any) -> Any:
    def new(cls: Any, *args: Any, **kwargs: Any) -> Any:
        layer = original(cls, *args, **kwargs)
        trace.record_construction(layer)
        return layer

    return new


def _watch_calls(trace: Trace, original: Any) -> Any:
    @functools.wraps(original)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        trace.active.append(self)
        try:
            output = original(self, *args, **kwargs)
        finally:
            trace.active.pop()
        trace.record_call(self, output)
        return output

    return call


def _watch_builds(trace: Trace, original: Any) -> Any:
    @functools.wraps(original)
    def build(self: Any, *args: Any, **kwargs: Any) -> Any:
        trace.active.append(_Building(self))
        try:
            return original(self, *args, **kwargs)
        finally:
            trace.active.pop()

    return build


def _pause(trace: Trace, original: Any) -> Any:
    """Training applies the layers to batches; only what it builds counts."""

    @functools.wraps(original)
    def run(self: Any, *args: Any, **kwargs: Any) -> Any:
        trace.training += 1
        try:
            return original(self, *args, **kwargs)
        finally:
            trace.training -= 1

    return run
