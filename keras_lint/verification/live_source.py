"""A live model as the program that builds it, from the attributes of its layers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import LayerSchema, argument_names
from keras_lint.verification.encoding import is_harmless

_OPERATORS = {"Add": "+", "Subtract": "-", "Multiply": "*", "Divide": "/", "TrueDivide": "/"}
_OF_KERAS = ("keras.", "tf_keras.")
Key = tuple[int, int, int]
"""A symbolic tensor: the identity of what made it, which of its calls, which output."""

_UNSAID = {"activation": "linear", "data_format": "channels_last"}
"""What goes without saying, where a configuration says it all the same."""
_KEPT = ("activation", "recurrent_activation")


class CannotCheck(ValueError):
    """A model that cannot be looked into; the text says why."""


class LiveSource:
    """Writes a model down. Every layer is made by one statement, every call by another.

    ``graph`` is a model of the same layers, for one that does not say how they are connected.
    """

    def __init__(self, model: Any, graph: Any = None) -> None:
        self.model = model
        self.graph = model if graph is None else graph
        roots = {cls.__module__.partition(".")[0] for cls in type(model).__mro__}
        if not roots & {"keras", "tf_keras"}:
            raise CannotCheck(f"{type(model).__name__} is no Keras model")
        self.legacy = "tf_keras" in roots
        self.names: dict[int, str] = {}
        self.taken: set[str] = {"model", "keras", "layers", "np", "x", "y", "load"}
        self.classes: list[str] = []
        self.body: list[str] = []
        self.version = "2" if self.legacy else str(_major(sys.modules.get("keras")))

    def lines(self) -> list[str]:
        """Give the program: imports, custom layers, the model, its ``compile``."""
        self._model(self.graph, "model")
        package = "tf_keras" if self.legacy else "keras"
        head = ["import numpy as np"]
        head += [f"import {package}" + (" as keras" if self.legacy else "")]
        head += [f"from {package} import layers"]
        return [*head, *self.classes, *self.body, *self._compile()]

    # -- models -------------------------------------------------------------------------------

    def _model(self, model: Any, name: str) -> None:
        if any(base.__name__ == "Sequential" for base in type(model).__mro__):
            self._sequential(model, name)
        elif getattr(model, "outputs", None):
            self._functional(model, name)
        else:
            raise CannotCheck(
                f"{type(model).__name__} is a model with code of its own; give `x`, too, "
                "or let `keras-lint verify --execute` follow it"
            )

    def _sequential(self, model: Any, name: str) -> None:
        made: list[str] = []
        given = getattr(model, "inputs", None)
        if given:
            made.append(_input_text(given[0]))
        for layer in model.layers:
            if type(layer).__name__ != "InputLayer":
                made.append(self._layer(layer))
        self.body.append(f"{name} = keras.Sequential()")
        self.body += [f"{name}.add({one})" for one in made]

    def _functional(self, model: Any, name: str) -> None:
        tensors: dict[Key, str] = {}
        for tensor in _flat(model.inputs):
            own = self._free(str(getattr(tensor, "name", "input")))
            self.body.append(f"{own} = {_input_text(tensor)}")
            tensors[_key(tensor)] = own
        for tensor in _flat(model.outputs):
            self._trace(tensor, tensors)
        inputs = ", ".join(tensors[_key(one)] for one in _flat(model.inputs))
        outputs = ", ".join(tensors[_key(one)] for one in _flat(model.outputs))
        one_in, one_out = len(_flat(model.inputs)) == 1, len(_flat(model.outputs)) == 1
        inputs = inputs if one_in else f"[{inputs}]"
        outputs = outputs if one_out else f"[{outputs}]"
        self.body.append(f"{name} = keras.Model({inputs}, {outputs})")

    def _trace(self, end: Any, tensors: dict[Key, str]) -> None:
        """Write the calls behind a tensor, those before first."""
        stack = [end]
        while stack:
            tensor = stack[-1]
            if _key(tensor) in tensors:
                stack.pop()
                continue
            operation, node = _history(tensor)
            waiting = [one for one in _tensors_of(node) if _key(one) not in tensors]
            if waiting:
                stack.extend(waiting)
                continue
            stack.pop()
            self._call(operation, node, tensors)

    def _call(self, operation: Any, node: Any, tensors: dict[Key, str]) -> None:
        positional, keywords = _arguments_of(node)
        outputs = _outputs_of(node)
        names = [self._free(f"t_{operation.name}") for _ in outputs]
        sign = _OPERATORS.get(type(operation).__name__)
        if sign is not None and not _is_layer(operation) and len(positional) == 2:
            left, right = (_write(one, tensors) for one in positional)
            call = f"{left} {sign} {right}"
        else:
            given = [_write(one, tensors) for one in positional]
            given += [f"{k}={_write(v, tensors)}" for k, v in keywords.items() if v is not None]
            call = f"{self._layer(operation)}({', '.join(given)})"
        self.body.append(f"{', '.join(names)} = {call}")
        for tensor, name in zip(outputs, names, strict=True):
            tensors[_key(tensor)] = name

    # -- layers -------------------------------------------------------------------------------

    def _layer(self, layer: Any) -> str:
        """Give the name of a layer, made by a statement of its own the first time."""
        known = self.names.get(id(layer))
        if known is not None:
            return known
        name = self.names[id(layer)] = self._free(str(layer.name))
        if hasattr(layer, "layers") and hasattr(layer, "inputs"):
            self._model(layer, name)
            return name
        text = _constructor(layer)
        if text is None:
            text = f"{self._custom(layer)}()"
        self.body.append(f"{name} = {text}")
        return name

    def _custom(self, layer: Any) -> str:
        """Write a class that stands for a layer of the user's own, with its real output shape."""
        name = self._free(type(layer).__name__)
        self.classes += [f"class {name}(layers.Layer):", "    def call(self, *inputs, **options):"]
        self.classes.append("        return unknown(inputs)")
        shapes = _output_shapes(layer)
        if len(shapes) == 1:
            self.classes.append("    def compute_output_shape(self, *shapes):")
            self.classes.append(f"        return {shapes[0]}")
        return name

    def _free(self, wanted: str) -> str:
        base = re.sub(r"\W", "_", wanted) or "layer"
        base = f"_{base}" if base[0].isdigit() else base
        name, number = base, 1
        while name in self.taken:
            number += 1
            name = f"{base}_{number}"
        self.taken.add(name)
        return name

    # -- compile ------------------------------------------------------------------------------

    def _compile(self) -> list[str]:
        if not getattr(self.model, "compiled", False) and not getattr(
            self.model, "_is_compiled", False
        ):
            return []
        loss = getattr(self.model, "loss", None)
        if loss is None:
            return ['model.compile("adam")']
        return [f'model.compile("adam", loss={_loss(loss)})']


def _major(keras: Any) -> int:
    version = str(getattr(keras, "__version__", "3"))
    return int(version.partition(".")[0])


def _input_text(tensor: Any) -> str:
    shape = tuple(None if size is None else int(size) for size in tensor.shape)
    dtype = getattr(tensor.dtype, "name", tensor.dtype)
    batch = "" if shape[0] is None else f", batch_size={shape[0]}"
    return f"keras.Input({shape[1:]}{batch}, dtype={str(dtype)!r})"


def _flat(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [one for key in sorted(value) for one in _flat(value[key])]
    if isinstance(value, list | tuple):
        return [one for item in value for one in _flat(item)]
    return [value]


def _history(tensor: Any) -> tuple[Any, Any]:
    """Give the operation or layer that made a tensor, and the node of that application."""
    history = getattr(tensor, "_keras_history", None)
    if history is None:
        raise CannotCheck("a tensor of the model does not say where it comes from")
    return history[0], history[0]._inbound_nodes[history[1]]


def _arguments_of(node: Any) -> tuple[Sequence[Any], Mapping[str, Any]]:
    arguments = getattr(node, "arguments", None)
    if arguments is not None:
        return arguments.args, arguments.kwargs
    return node.call_args, node.call_kwargs


def _tensors_of(node: Any) -> list[Any]:
    positional, keywords = _arguments_of(node)
    parts = [*_flat(list(positional)), *_flat(list(keywords.values()))]
    return [one for one in parts if hasattr(one, "_keras_history")]


def _outputs_of(node: Any) -> list[Any]:
    found = getattr(node, "output_tensors", None)
    return _flat(node.outputs if found is None else found)


def _key(tensor: Any) -> tuple[int, int, int]:
    """Identify a symbolic tensor: several objects may stand for one."""
    history = tensor._keras_history
    return (id(history[0]), int(history[1]), int(history[2]))


def _write(value: Any, tensors: Mapping[Key, str]) -> str:
    if hasattr(value, "_keras_history"):
        return tensors[_key(value)]
    if isinstance(value, list | tuple):
        inner = [_write(one, tensors) for one in value]
        return f"[{', '.join(inner)}]" if isinstance(value, list) else f"({', '.join(inner)},)"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k!r}: {_write(v, tensors)}" for k, v in value.items()) + "}"
    if value is None or isinstance(value, bool | int | float | str):
        return repr(value)
    return "unknown()"


def _is_layer(operation: Any) -> bool:
    return any(base.__name__ == "Layer" for base in type(operation).__mro__)


def _output_shapes(layer: Any) -> list[tuple[int | None, ...]]:
    nodes = getattr(layer, "_inbound_nodes", None)
    if not nodes:
        return []
    return [
        tuple(None if size is None else int(size) for size in one.shape)
        for one in _outputs_of(nodes[0])
    ]


def _constructor(layer: Any) -> str | None:
    """Write the constructor call of one of Keras's own layers, None for any other."""
    if not type(layer).__module__.startswith(_OF_KERAS) or not _is_layer(layer):
        return None
    schema = find_layer(f"keras.layers.{type(layer).__name__}")
    if schema is None or type(layer).__name__ == "Lambda":
        return None
    try:
        config = layer.get_config()
    except Exception:
        return None
    return _made(schema, config)


def _made(schema: type[LayerSchema], config: Mapping[str, Any]) -> str:
    defaults = {one.name.rstrip("_"): one.default for one in fields(schema)}  # type: ignore[arg-type]
    given = []
    for name in argument_names(schema):
        if name not in config or (is_harmless(name) and name not in _KEPT):
            continue
        value = config[name]
        if value == _UNSAID.get(name, object()) or (name in _KEPT and not isinstance(value, str)):
            continue
        written = _config_value(value)
        if written is not None and not (value == defaults[name] and value is not False):
            given.append(f"{name}={written}")
    return f"layers.{schema.keras_name.rpartition('.')[2]}({', '.join(given)})"


def _config_value(value: Any) -> str | None:
    """Write an argument from a layer's configuration, None for an object that is no layer."""
    if value is None or isinstance(value, bool | int | float | str):
        return repr(value)
    if isinstance(value, list | tuple):
        inner = [_config_value(one) for one in value]
        if None in inner:
            return None
        if any(isinstance(one, dict) for one in value):
            return f"[{', '.join(filter(None, inner))}]"
        return "(" + "".join(f"{one}, " for one in inner).rstrip(" ") + ")"
    if isinstance(value, dict) and "class_name" in value and "config" in value:
        schema = find_layer(f"keras.layers.{value['class_name']}")
        return None if schema is None else _made(schema, value["config"])
    if isinstance(value, dict):
        parts = [(k, _config_value(v)) for k, v in value.items()]
        return "{" + ", ".join(f"{k!r}: {v}" for k, v in parts if v is not None) + "}"
    return None


def _loss(loss: Any) -> str:
    if isinstance(loss, str):
        return repr(loss)
    if isinstance(loss, list | tuple):
        return f"[{', '.join(_loss(one) for one in loss)}]"
    if isinstance(loss, dict):
        return "{" + ", ".join(f"{k!r}: {_loss(v)}" for k, v in loss.items()) + "}"
    return "None" if loss is None else "".join(_loss_object(loss))


def _loss_object(loss: Any) -> Iterator[str]:
    """Write one of Keras's own losses, or a name that nobody defines."""
    of_keras = getattr(type(loss), "__module__", "").startswith(_OF_KERAS)
    function = getattr(loss, "__name__", None)
    if function is not None and str(loss.__module__).startswith(_OF_KERAS):
        yield f"keras.losses.{function}"
        return
    if not of_keras or function is not None:
        yield "own_loss"
        return
    config = loss.get_config() if hasattr(loss, "get_config") else {}
    kept = {k: v for k, v in config.items() if k in ("from_logits", "delta", "axis")}
    arguments = ", ".join(f"{key}={value!r}" for key, value in kept.items())
    yield f"keras.losses.{type(loss).__name__}({arguments})"
