"""What a model is made of, as plain JSON: enough for real Keras to build the same one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from keras_lint.interpreter.followed import FollowedLayer
from keras_lint.layers.arguments import Argument
from keras_lint.layers.schema import LayerSchema
from keras_lint.model import Construction, LayerCall, ModelGraph, SemanticModel
from keras_lint.model.origins import (
    BackboneOrigin,
    CallOrigin,
    DataOrigin,
    InputOrigin,
    LostOrigin,
    OperationOrigin,
    Origin,
)
from keras_lint.shapes import TensorSpec, Unknown
from keras_lint.verification.ancestors import calls_behind, with_ancestors
from keras_lint.verification.encoding import (
    Jsonable,
    NotDescribable,
    bound_arguments,
    encode,
    encode_keywords,
    encode_shape,
    with_data_format,
)
from keras_lint.verification.operations import describe_lambda, describe_operation

_MAX_DEPTH = 200


@dataclass(frozen=True)
class Description:
    """A model for the worker to build.

    ``request`` is the JSON; ``steps`` are the layer calls in the order in which they are
    built, None for a layer that is only constructed; ``members`` the constructions beside
    them; ``omitted`` the arguments that were left out because they change no shape.
    """

    request: Mapping[str, Jsonable]
    steps: tuple[int | None, ...]
    members: tuple[int | None, ...]
    omitted: tuple[str, ...] = ()


def describe(model: SemanticModel, graph: ModelGraph) -> Description:
    """Describe one model.

    Raises:
        NotDescribable: it cannot be built without the user's code; the text says why.
    """
    builder = _Builder(model)
    if graph.kind == "subclassed":
        raise NotDescribable("a subclassed model: only its own code can build it")
    if not graph.complete:
        raise NotDescribable("its layers are not all known")
    return builder.describe(graph)


def describe_call(model: SemanticModel, call: LayerCall) -> Description:
    """Describe one layer call with everything that it is computed from.

    Raises:
        NotDescribable: something on the way cannot be built without the user's code.
    """
    return _Builder(model).describe_steps(with_ancestors(model, [call.index]))


def describe_construction(model: SemanticModel, construction: Construction) -> Description:
    """Describe the making of one layer, applied to nothing.

    Raises:
        NotDescribable: an argument is not known.
    """
    builder = _Builder(model)
    return builder.describe_objects([construction])


@dataclass
class _Builder:
    """Collects the layers of one description; a layer that is shared is described once."""

    model: SemanticModel
    objects: dict[str, Jsonable] = field(default_factory=dict)
    inputs: list[Jsonable] = field(default_factory=list)
    numbers: dict[Any, int] = field(default_factory=dict)
    omitted: list[str] = field(default_factory=list)
    operations: dict[int, Jsonable] = field(default_factory=dict)
    depth: int = 0

    def __post_init__(self) -> None:
        self.made = {one.layer: one for one in reversed(self.model.constructions)}
        self.starts = {
            one.inputs[0].origin: one.identity
            for one in self.model.models
            if one.application is not None and one.inputs and not _on_tensor(one)
        }
        self.by_schema = {id(one.schema): one for one in self.model.constructions}

    # -- whole descriptions ----------------------------------------------------------------

    def describe(self, graph: ModelGraph) -> Description:
        if graph.application is not None:
            return self._alone(graph)
        if graph.kind == "sequential":
            return self._sequential(graph)
        return self._functional(graph)

    def _alone(self, graph: ModelGraph) -> Description:
        """Describe a pretrained model, with the layers in front of it where it has a tensor."""
        start = graph.inputs[0].origin if _on_tensor(graph) else None
        calls = with_ancestors(self.model, calls_behind(start))
        steps = [self._step(self.model.layer_calls[index]) for index in calls]
        self.objects["model"] = self._application(graph)
        members = tuple(self.model.layer_calls[index].construction.index for index in calls)
        request = {"kind": "application", "of": "model", "steps": steps}
        return self._finished(request, tuple(calls), members)

    def describe_steps(self, calls: Sequence[int]) -> Description:
        steps = [self._step(self.model.layer_calls[index]) for index in calls]
        members = tuple(self.model.layer_calls[i].construction.index for i in calls)
        return self._finished({"kind": "steps", "steps": steps}, tuple(calls), members)

    def describe_objects(self, made: Sequence[Construction]) -> Description:
        names = [self._object(one.layer) for one in made]
        steps = [{"object": name} for name in names]
        request = {"kind": "objects", "steps": steps}
        return self._finished(request, (None,) * len(made), tuple(one.index for one in made))

    def _finished(
        self,
        request: dict[str, Jsonable],
        steps: tuple[int | None, ...],
        members: tuple[int | None, ...],
    ) -> Description:
        whole = {**request, "objects": self.objects, "inputs": self.inputs}
        return Description(whole, steps, members, tuple(dict.fromkeys(self.omitted)))

    def _sequential(self, graph: ModelGraph) -> Description:
        calls = [self.model.layer_calls[index] for index in graph.layers]
        by_layer: dict[int, list[LayerCall]] = {}
        for call in calls:
            by_layer.setdefault(call.construction.layer, []).append(call)
        steps: list[Jsonable] = []
        indices: list[int | None] = []
        members: list[int | None] = []
        for identity in graph.members:
            waiting = by_layer.get(identity)
            steps.append({"object": self._object(identity)})
            indices.append(waiting.pop(0).index if waiting else None)
            construction = self._construction(identity)
            members.append(None if construction is None else construction.index)
        if graph.inputs:
            self._input(graph.inputs[0].spec, graph.inputs[0].name, None)
        request: dict[str, Jsonable] = {"kind": "sequential", "steps": steps}
        if graph.name is not None:
            request["name"] = graph.name
        return self._finished(request, tuple(indices), tuple(members))

    def _functional(self, graph: ModelGraph) -> Description:
        for given in graph.inputs:
            self._input(given.spec, given.name, given.origin)
        calls = [self.model.layer_calls[index] for index in graph.layers]
        calls = [c for c in calls if CallOrigin(c.index) not in self.numbers]
        steps = [self._step(call) for call in calls]
        outputs = [self._origin(origin) for origin in graph.output_origins]
        if isinstance(graph.output, Mapping):
            keys = sorted(graph.output)
            outputs = {"$": "dict", "items": [list(p) for p in zip(keys, outputs, strict=True)]}  # type: ignore[assignment]
        elif isinstance(graph.output, TensorSpec):
            outputs = outputs[0]
        request = {"kind": "functional", "steps": steps, "outputs": outputs}
        if graph.name is not None:
            request["name"] = graph.name
        members = tuple(call.construction.index for call in calls)
        return self._finished(request, tuple(call.index for call in calls), members)

    # -- parts ------------------------------------------------------------------------------

    def _input(self, spec: TensorSpec, name: str | None, origin: Origin | None) -> int:
        number = len(self.inputs)
        inside = self.starts.get(origin) if isinstance(origin, InputOrigin) else None
        described: dict[str, Jsonable]
        if inside is not None:
            self.numbers[origin] = number
            self.inputs.append({"of": str(inside)})
            self._object(inside)
            return number
        described = {"shape": encode_shape(spec), "dtype": spec.dtype or "float32"}
        if name is not None:
            described["name"] = name
        self.inputs.append(described)
        if isinstance(origin, InputOrigin | CallOrigin):
            self.numbers[origin] = number
        elif isinstance(origin, OperationOrigin):
            self.numbers[id(origin)] = number
        return number

    def _step(self, call: LayerCall) -> Jsonable:
        name = self._object(call.construction.layer)
        if call.given is None:
            raise NotDescribable(f"{_short(call)}: its arguments are not followed")
        if call.optional:
            raise NotDescribable(f"{_short(call)}: it is applied on some paths only")
        origins = list(call.origins)

        def walk(part: Argument) -> Jsonable:
            if isinstance(part, TensorSpec):
                if not origins:
                    raise NotDescribable(f"{_short(call)}: an argument is not known")
                return self._origin(origins.pop(0))
            if isinstance(part, tuple):
                return {"$": "tuple", "items": [walk(item) for item in part]}
            if isinstance(part, list):
                return [walk(item) for item in part]
            if isinstance(part, Mapping):
                return {"$": "dict", "items": [[k, walk(part[k])] for k in sorted(part, key=str)]}
            return encode(part, self._schema)

        positional = [walk(part) for part in call.given.positional]
        keywords = {key: walk(part) for key, part in call.given.keywords.items()}
        if origins:
            raise NotDescribable(f"{_short(call)}: an argument is not known")
        return {"object": name, "call": call.index, "args": positional, "kwargs": keywords}

    def _origin(self, origin: Origin) -> Jsonable:
        key = id(origin) if isinstance(origin, OperationOrigin) else origin
        if not isinstance(origin, DataOrigin) and key in self.numbers:
            return {"$": "input", "index": self.numbers[key]}
        match origin:
            case InputOrigin(number):
                return {"$": "input", "index": self._input_by_number(number)}
            case CallOrigin(call, position):
                return {"$": "output", "call": call, "position": position}
            case OperationOrigin():
                return self._operation(origin)
            case DataOrigin(spec):
                shape = encode_shape(spec)
                if None in shape or math.prod(size or 1 for size in shape) > 1_000_000:
                    raise NotDescribable(f"an array of shape {spec.shape} among the layers")
                return {"$": "zeros", "shape": shape, "dtype": spec.dtype or "float32"}
            case BackboneOrigin(identity, layer):
                return {"$": "inside", "key": self._object(identity), "layer": layer}
            case LostOrigin(why):
                raise NotDescribable(why)

    def _input_by_number(self, number: int) -> int:
        """Give an ``Input`` that no model names: a fragment starts at it."""
        origin = InputOrigin(number)
        for graph in self.model.models:
            for given in graph.inputs:
                if given.origin == origin:
                    return self._input(given.spec, given.name, origin)
        for call in self.model.layer_calls:
            if origin in call.origins and call.given is not None:
                parts = [*call.given.positional, *call.given.keywords.values()]
                specs = [spec for part in parts for spec in _specs(part)]
                if len(specs) == len(call.origins):
                    return self._input(specs[call.origins.index(origin)], None, origin)
        raise NotDescribable("an input that is not followed")

    def _operation(self, origin: OperationOrigin) -> Jsonable:
        known = self.operations.get(id(origin))
        if known is not None:
            return {"$": "same", "key": id(origin)}
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise NotDescribable("too many operations between layers")

        described = describe_operation(origin, self._origin, self._schema)
        self.depth -= 1
        self.operations[id(origin)] = described
        return described

    # -- layers -----------------------------------------------------------------------------

    def _construction(self, identity: int) -> Construction | None:
        return self.made.get(identity)

    def _object(self, identity: int) -> str:
        key = str(identity)
        if key in self.objects:
            return key
        construction = self._construction(identity)
        graph = self.model.model_of_identity(identity)
        if construction is not None and construction.schema is not None:
            if not construction.class_name.startswith("keras."):
                raise NotDescribable(f"`{construction.class_name}` is a class of the user's own")
            self.objects[key] = self._layer(construction)
        elif graph is not None:
            self.objects[key] = self._nested(graph)
        else:
            name = "a layer" if construction is None else f"`{construction.class_name}`"
            raise NotDescribable(f"{name} is a class of the user's own")
        return key

    def _nested(self, graph: ModelGraph) -> Jsonable:
        if graph.application is not None:
            return self._application(graph)
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise NotDescribable("models inside one another without end")
        inner = describe(self.model, graph)
        self.depth -= 1
        self.omitted.extend(inner.omitted)
        return {"$": "model", "request": inner.request}

    def _application(self, graph: ModelGraph) -> Jsonable:
        made = graph.application
        assert made is not None, "the caller has looked"
        # Pretrained weights are never downloaded; they change no shape.
        keywords = {k: v for k, v in made.keywords.items() if k not in ("weights", "input_tensor")}
        encoded = encode_keywords(keywords, self._schema, self.omitted)
        if _on_tensor(graph):
            origin = graph.inputs[0].origin
            assert origin is not None, "made with its origin"
            encoded["input_tensor"] = self._origin(origin)
        return {"$": "application", "name": made.name, "keywords": {**encoded, "weights": None}}

    def _layer(self, made: Construction) -> Jsonable:
        assert made.schema is not None, "the caller has looked"
        arguments = dict(made.arguments)
        function: dict[str, Jsonable] = {}
        if made.class_name == "keras.layers.Lambda" and arguments.pop("function", None) is not None:
            function["function"] = describe_lambda(self.model, made)
        self._check_open_ended(made, made.schema)
        names = list(made.arguments)
        positional = names[: made.positional_count]
        arguments = with_data_format(made.schema, arguments)
        encoded = {**function, **encode_keywords(arguments, self._schema, self.omitted)}
        if made.class_name == "keras.layers.Activation":
            encoded.setdefault("activation", "linear")
        # A surplus positional argument is not recorded; any value is one too many.
        surplus = made.positional_count - len(positional)
        return {
            "$": "layer",
            "class": made.class_name,
            "args": [encoded.get(name) for name in positional] + [None] * surplus,
            "kwargs": {k: v for k, v in encoded.items() if k not in positional},
        }

    def _check_open_ended(self, made: Construction, schema: LayerSchema) -> None:
        refused = {refusal.argument for refusal in (*made.refusals, *made.foreign_refusals)}
        for name, value in bound_arguments(schema).items():
            if isinstance(value, Unknown) and name not in made.arguments and name not in refused:
                raise NotDescribable(f"`{_last(made.class_name)}`: {value.why}")

    def _schema(self, schema: LayerSchema) -> Jsonable:
        """Encode a layer that is an argument of a wrapper."""
        if isinstance(schema, FollowedLayer):
            value = vars(schema)["value"]
            return {"$": "object", "key": self._object(value.identity)}
        found = self.by_schema.get(id(schema))
        if found is not None:
            return {"$": "object", "key": self._object(found.layer)}
        bound = with_data_format(schema, bound_arguments(schema))
        arguments = {k: v for k, v in bound.items() if v is not None}
        encoded = encode_keywords(arguments, self._schema, self.omitted)
        return {"$": "layer", "class": schema.keras_name, "args": [], "kwargs": encoded}


def _specs(part: Argument) -> list[TensorSpec]:
    """List the tensors of an argument in the order of its origins."""
    if isinstance(part, TensorSpec):
        return [part]
    if isinstance(part, Mapping):
        return [spec for key in sorted(part, key=str) for spec in _specs(part[key])]
    if isinstance(part, list | tuple):
        return [spec for item in part for spec in _specs(item)]
    return []


def _on_tensor(graph: ModelGraph) -> bool:
    """Tell whether a pretrained model is made on a tensor of the code."""
    made = graph.application
    return made is not None and made.keywords.get("input_tensor") is not None


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _short(call: LayerCall) -> str:
    return f"`{_last(call.class_name)}` on line {call.span.line}"
