"""Building a model from its description."""

from __future__ import annotations

import operator
from typing import Any

from keras_lint.verification.worker.framework import Framework
from keras_lint.verification.worker.tensors import count, leaves, numpy_module, shapes_of

_OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "@": operator.matmul,
    "indexing": operator.getitem,
}


class Failure(Exception):
    """Keras refused something; ``place`` says which step or object of the description."""

    def __init__(self, error: BaseException, place: dict[str, Any]) -> None:
        super().__init__(str(error))
        self.error = error
        self.place = place


class Build:
    """One model that is being built from its description."""

    def __init__(self, framework: Framework, request: dict[str, Any]) -> None:
        self.framework = framework
        self.keras = framework.keras
        self.request = request
        self.made: dict[str, Any] = {}
        self.inputs: list[Any] = []
        self.outputs: dict[int, Any] = {}
        self.operations: dict[int, Any] = {}
        self.arguments: list[Any] = []
        self.layers: list[dict[str, Any]] = []
        self.result: Any = None

    def run(self) -> Any:
        """Build the model and give it, None where the description is of single layers."""
        for given in self.request["inputs"]:
            self.inputs.append(self._input(given))
        kind = self.request["kind"]
        if kind == "sequential":
            return self._sequential()
        for index, step in enumerate(self.request["steps"]):
            self._step(index, step)
        if kind == "application":
            return self._object(self.request["of"])
        if kind == "functional":
            return self._functional()
        return None

    def _input(self, given: dict[str, Any]) -> Any:
        if "of" in given:
            return self._object(given["of"]).inputs[0]
        shape = given["shape"]
        named = {"name": given["name"]} if "name" in given else {}
        return self.keras.Input(
            shape=tuple(shape[1:]), batch_size=shape[0], dtype=given["dtype"], **named
        )

    def _sequential(self) -> Any:
        value = self.inputs[0] if self.inputs else None
        layers = []
        for index, step in enumerate(self.request["steps"]):
            layer = self._constructed(index, step)
            layers.append(layer)
            if value is None:
                self._record(layer, None)
                continue
            value = self._applied(index, layer, (value,), {})
            self._record(layer, value)
        named = {"name": self.request["name"]} if "name" in self.request else {}
        front = [self.inputs[0]] if self.inputs and self.framework.major >= 3 else []
        if self.inputs and self.framework.major < 3:
            shape = self.request["inputs"][0]["shape"]
            front = [
                self.keras.layers.InputLayer(
                    batch_input_shape=tuple(shape), dtype=self.request["inputs"][0]["dtype"]
                )
            ]
        try:
            return self.keras.Sequential([*front, *layers], **named)
        except Exception as error:
            raise Failure(error, {"step": None}) from error

    def _functional(self) -> Any:
        outputs = self.value(self.request["outputs"])
        named = {"name": self.request["name"]} if "name" in self.request else {}
        inputs = self.inputs[0] if len(self.inputs) == 1 else self.inputs
        try:
            return self.keras.Model(inputs, outputs, **named)
        except Exception as error:
            raise Failure(error, {"step": None}) from error

    def _step(self, index: int, step: dict[str, Any]) -> None:
        layer = self._constructed(index, step)
        if "args" not in step:
            self._record(layer, None)
            return
        try:
            positional = [self.value(part) for part in step["args"]]
            keywords = {key: self.value(part) for key, part in step["kwargs"].items()}
        except Failure:
            raise
        except Exception as error:
            raise Failure(error, {"step": index, "before": True}) from error
        value = self._applied(index, layer, positional, keywords)
        self.outputs[step["call"]] = value
        self._record(layer, value)

    def _constructed(self, index: int, step: dict[str, Any]) -> Any:
        try:
            return self._object(step["object"])
        except Failure as failure:
            raise Failure(failure.error, {**failure.place, "step": index}) from failure
        except Exception as error:
            raise Failure(error, {"step": index, "object": step["object"]}) from error

    def _applied(self, index: int, layer: Any, positional: Any, keywords: Any) -> Any:
        try:
            return layer(*positional, **keywords)
        except Exception as error:
            raise Failure(error, {"step": index}) from error

    def _record(self, layer: Any, value: Any) -> None:
        entry: dict[str, Any] = {"class": type(layer).__name__, "name": layer.name}
        entry["output"] = None if value is None else shapes_of(value)
        if value is not None:
            entry["params"] = count(layer.weights)
            entry["trainable"] = count(layer.trainable_weights)
        self.layers.append(entry)

    def _object(self, key: str) -> Any:
        if key not in self.made:
            self.made[key] = self._make(self.request["objects"][key])
        return self.made[key]

    def _make(self, described: dict[str, Any]) -> Any:
        if described["$"] == "model":
            return Build(self.framework, described["request"]).run()
        if described["$"] == "application":
            make = self.framework.named(described["name"])
            return make(**{k: self.value(v) for k, v in described["keywords"].items()})
        make = self.framework.named(described["class"])
        positional = [self.value(part) for part in described["args"]]
        return make(*positional, **{k: self.value(v) for k, v in described["kwargs"].items()})

    def value(self, part: Any) -> Any:
        """Give what a part of the description stands for."""
        if isinstance(part, list):
            return [self.value(item) for item in part]
        if not isinstance(part, dict):
            return part
        match part["$"]:
            case "tuple":
                return tuple(self.value(item) for item in part["items"])
            case "dict":
                return {self.value(key): self.value(value) for key, value in part["items"]}
            case "object":
                return self._object(part["key"])
            case "layer" | "model" | "application":
                return self._make(part)
            case "named":
                return self.framework.named(part["name"])
            case "made":
                make = self.framework.named(part["name"])
                return make(**{k: self.value(v) for k, v in part["keywords"].items()})
            case "numpy":
                return numpy_module().int64(self.value(part["value"]))
            case "array":
                items = numpy_module().array(part["items"])
                return items.reshape(()) if part["scalar"] else items
            case "zeros":
                return numpy_module().zeros(part["shape"], part["dtype"])
            case "slice":
                return slice(*(self.value(item) for item in part["items"]))
            case "ellipsis":
                return ...
            case "function":
                return lambda argument: self._on_argument(argument, part["body"])
            case "argument":
                return self.arguments[-1]
            case "inside":
                model = self._object(part["key"])
                return model.output if part["layer"] is None else _output_of(model, part["layer"])
            case "input":
                return self.inputs[part["index"]]
            case "output":
                return leaves(self.outputs[part["call"]])[part["position"]]
            case "same":
                return self.operations[part["key"]]
            case "operation":
                return self._operation(part)
        raise ValueError(f"a part of kind {part['$']}")

    def _operation(self, part: dict[str, Any]) -> Any:
        name = part["name"]
        positional = [self.value(item) for item in part["args"]]
        keywords = {key: self.value(item) for key, item in part["kwargs"].items()}
        function: Any = _OPERATORS.get(name) or self.framework.named(name)
        if name == "-" and len(positional) == 1:
            function = operator.neg
        result = function(*positional, **keywords)
        if part["position"] is not None:
            result = leaves(result)[part["position"]]
        if part["key"] is not None:
            self.operations[part["key"]] = result
        return result

    def _on_argument(self, argument: Any, body: Any) -> Any:
        """Give what the function of a ``Lambda`` gives."""
        self.arguments.append(argument)
        try:
            return self.value(body)
        finally:
            self.arguments.pop()


def _output_of(model: Any, name: str) -> Any:
    return model.get_layer(name).output
