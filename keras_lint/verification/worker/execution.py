"""Running the user's program with training cut short."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from keras_lint.verification.worker.framework import Framework
from keras_lint.verification.worker.tensors import count, described, leaves, numpy_module, shapes_of


class Execution:
    """Runs the user's program with training cut short, and notes its layer calls."""

    def __init__(self, framework: Framework, request: dict[str, Any]) -> None:
        self.framework = framework
        self.path = os.path.realpath(request["path"])
        self.text = request["text"]
        self.folder = request["folder"]
        self.calls: list[dict[str, Any]] = []
        self.training: list[dict[str, Any]] = []
        self.made: dict[int, tuple[int, Any]] = {}
        self.seen: set[tuple[int, int, str]] = set()
        self.cut = False

    def run(self) -> dict[str, Any]:
        """Run the program and give the layer calls that it made."""
        self._patch_layers()
        self._patch_models()
        self._patch_datasets()
        module = {"__name__": "__main__", "__file__": self.path, "__builtins__": __builtins__}
        sys.argv = [self.path]
        os.chdir(self.folder)
        sys.path.insert(0, str(Path(self.path).parent))
        answer: dict[str, Any] = {"calls": self.calls, "training": self.training}
        try:
            exec(compile(self.text, self.path, "exec"), module)
        except SystemExit:
            pass
        except BaseException as error:
            answer["error"] = {**described(error), "line": self._line_of(error)}
        return answer

    def _line_of(self, error: BaseException) -> int | None:
        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if os.path.realpath(frame.filename) == self.path
        ]
        return lines[-1] if lines else None

    def _line(self) -> int | None:
        """Give the innermost line of the user's file that is being run."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.path:
                return frame.f_lineno
            frame = frame.f_back  # type: ignore[assignment]
        return None

    def _patch_layers(self) -> None:
        layer_class = self.framework.keras.layers.Layer
        original_new, original_call = layer_class.__new__, layer_class.__call__
        execution = self

        def new(cls: Any, *positional: Any, **keywords: Any) -> Any:
            made = original_new(cls, *positional, **keywords)
            line = execution._line()
            if line is not None:
                # The object is kept, so that no other ever gets its id.
                execution.made[id(made)] = (line, made)
            return made

        def call(layer: Any, *positional: Any, **keywords: Any) -> Any:
            output = original_call(layer, *positional, **keywords)
            execution._note(layer, output)
            return output

        layer_class.__new__ = staticmethod(new)
        layer_class.__call__ = call

    def _note(self, layer: Any, output: Any) -> None:
        line, _ = self.made.get(id(layer), (None, None))
        if line is None or type(layer).__name__ == "InputLayer":
            return
        shapes = shapes_of(output)
        key = (id(layer), line, json.dumps(shapes))
        if key in self.seen or len(self.calls) >= 20_000:
            return
        self.seen.add(key)
        self.calls.append(
            {
                "line": line,
                "class": type(layer).__name__,
                "output": shapes,
                "cut": self.cut,
                "params": count(layer.weights) if getattr(layer, "built", True) else None,
            }
        )

    def _patch_models(self) -> None:
        model_class = self.framework.keras.Model
        execution = self

        def shortened(kind: str) -> Any:
            def run(model: Any, x: Any = None, y: Any = None, *_: Any, **keywords: Any) -> Any:
                return execution._one_batch(model, kind, x, y, keywords)

            return run

        for kind in ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch",
                     "predict_on_batch", "fit_generator"):  # fmt: skip
            setattr(model_class, kind, shortened(kind))
        for kind in ("save", "save_weights", "load_weights", "export"):
            setattr(model_class, kind, lambda *_, **__: None)

    def _one_batch(self, model: Any, kind: str, x: Any, y: Any, keywords: Any) -> Any:
        """Compute one forward pass and the loss on a few samples; no weight is changed."""
        batch_x, batch_y = _first_batch(x, y, _fixed_batch(model) or 2)
        entry: dict[str, Any] = {"kind": kind, "line": self._line()}
        self.training.append(entry)
        self.cut = True
        try:
            output = model(batch_x)
        finally:
            self.cut = False
        entry["output"] = shapes_of(output)
        if batch_y is not None and not kind.startswith("predict"):
            entry["target"] = shapes_of(batch_y)
            if getattr(model, "compiled", True) and getattr(model, "optimizer", None) is not None:
                model.compute_loss(x=batch_x, y=_as_tensors(batch_y), y_pred=output)
        if kind.startswith("predict"):
            return _repeated(output, x)
        if "fit" in kind:
            return _History()
        return 0.0

    def _patch_datasets(self) -> None:
        keras = self.framework.keras

        def refuse(*_: Any, **__: Any) -> Any:
            raise RuntimeError("keras-lint does not download data sets")

        for name in dir(keras.datasets):
            module = getattr(keras.datasets, name)
            if hasattr(module, "load_data"):
                module.load_data = refuse
        keras.utils.get_file = refuse


def _fixed_batch(model: Any) -> int | None:
    """Give the size of the batches that a model takes, where it takes no other."""
    shapes = shapes_of(getattr(model, "inputs", None) or [])
    return shapes[0][0] if shapes and shapes[0] else None


def _first_batch(x: Any, y: Any, samples: int) -> tuple[Any, Any]:
    if x is None or hasattr(x, "shape") or isinstance(x, list | tuple | dict):
        return _map(lambda a: a[:samples], x), None if y is None else _map(lambda a: a[:samples], y)
    batch = next(iter(x)) if hasattr(x, "__iter__") else x[0]
    if isinstance(batch, tuple) and len(batch) >= 2:
        return batch[0], batch[1]
    return batch, None


def _map(function: Any, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _map(function, item) for key, item in value.items()}
    if isinstance(value, list | tuple) and value and hasattr(value[0], "shape"):
        return [_map(function, item) for item in value]
    return function(numpy_module().asarray(value) if isinstance(value, list | tuple) else value)


def _as_tensors(value: Any) -> Any:
    return _map(lambda a: a, value)


def _repeated(output: Any, x: Any) -> Any:
    """Give zeros of the shape that ``predict`` would give for all samples."""
    numpy = numpy_module()
    arrays = leaves(x)
    samples = len(arrays[0]) if arrays and hasattr(arrays[0], "__len__") else None

    def zeros(tensor: Any) -> Any:
        shape = list(tensor.shape)
        if samples is not None and shape:
            shape[0] = samples
        return numpy.zeros(shape, "float32")

    if isinstance(output, list | tuple):
        return [zeros(one) for one in output]
    return {k: zeros(v) for k, v in output.items()} if isinstance(output, dict) else zeros(output)


class _History:
    """What a shortened ``fit`` returns: any metric is a list with one number."""

    class _Metrics(dict):  # type: ignore[type-arg]
        def __missing__(self, key: str) -> list[float]:
            return [0.0]

    def __init__(self) -> None:
        self.history = self._Metrics(loss=[0.0])
        self.epoch = [0]
        self.params: dict[str, Any] = {}
