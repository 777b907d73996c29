"""Record what Keras 1.2.2 says of random calls of its layers.

    pip download --no-deps --no-binary :all: keras==1.2.2
    tar xf Keras-1.2.2.tar.gz
    python -m tests.layers.keras_1.record Keras-1.2.2

The argument is the folder that holds Keras's own folder ``keras``. Keras 1.2.2 runs on a
TensorFlow of today as a graph of version 1, with the few names that Python lost since then; the
calls are seeded, so that the same ones are drawn again.

``answers.json`` holds for each class its calls: the expression on ``x``, the shapes of ``x``, and
the answer, ``[shape, parameters, trainable parameters]`` or null where Keras 1 raises;
``signatures.json`` the arguments of each class, with their defaults. Beside the programs in
``tests/interpreter/keras_1`` stand the layers of their models.
"""

from __future__ import annotations

import collections
import collections.abc
import importlib
import inspect
import json
import math
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from tests.layers.keras_1.draws import FAMILIES, Inputs

ANSWERS = Path(__file__).with_name("answers.json")
SIGNATURES = Path(__file__).with_name("signatures.json")
PROGRAMS = Path(__file__).parents[2] / "interpreter" / "keras_1"
ACCEPTED, REFUSED, MOST_TRIES = 100, 30, 1500
NOT_OF_KERAS = (AttributeError, NameError, ImportError)
"""What Python raises where TensorFlow has lost a name since then, and never Keras 1 itself."""


def keras_1(source: Path) -> Any:
    """Import Keras 1.2.2 from its source, on a TensorFlow that it takes for its own."""
    os.environ.update(
        KERAS_BACKEND="tensorflow",
        TF_CPP_MIN_LOG_LEVEL="3",
        CUDA_VISIBLE_DEVICES="-1",
        # Keras 1 writes its configuration there.
        HOME=tempfile.mkdtemp(),
    )
    import tensorflow.compat.v1 as former
    from tensorflow.python.ops import control_flow_ops

    former.disable_v2_behavior()
    former.logging.set_verbosity(former.logging.FATAL)
    control_flow_ops.while_loop = former.while_loop
    sys.modules["tensorflow"] = former
    collections.Iterable = collections.abc.Iterable  # type: ignore[attr-defined]
    inspect.getargspec = inspect.getfullargspec  # type: ignore[attr-defined]
    for name in [one for one in sys.modules if one == "keras" or one.startswith("keras.")]:
        del sys.modules[name]
    sys.path.insert(0, str(source))
    keras = importlib.import_module("keras")
    assert keras.__version__ == "1.2.2", keras.__file__
    return keras


def names_of(keras: Any) -> dict[str, Any]:
    """Give the names that expressions are written with."""
    models, layers = (importlib.import_module(f"keras.{one}") for one in ("models", "layers"))
    return {**vars(layers), "Sequential": models.Sequential, "Model": models.Model}


def inputs_of(names: dict[str, Any], inputs: Inputs) -> Any:
    if isinstance(inputs, list):
        return [inputs_of(names, one) for one in inputs]
    return names["Input"](batch_shape=inputs)


class Contradiction(Exception):
    """Keras 1 states another shape than the tensor has, so that it has no answer."""


def contradicts(output: Any) -> bool:
    """Tell whether the shape that Keras 1 states is not that of TensorFlow's tensor."""
    static, stated = output.get_shape(), output._keras_shape
    if static.rank is None:
        return False
    pairs = zip(static.as_list(), stated, strict=False)
    return static.rank != len(stated) or any(
        None not in (one, other) and one != other for one, other in pairs
    )


def answer(names: dict[str, Any], expression: str, inputs: Inputs) -> list[Any] | None:
    """Give the shape and the parameters that Keras 1 states, or None where it raises."""
    graph = sys.modules["tensorflow"].Graph()
    with graph.as_default():
        scope = {**names, "x": inputs_of(names, inputs)}
        try:
            output = eval(expression, scope)
        except Exception as error:
            if isinstance(error, NOT_OF_KERAS) and not isinstance(error, UnboundLocalError):
                raise
            return None
        # What `cos` states has an axis less than the tensor; all layers behind it believe it.
        if contradicts(output) and "cos" not in expression:
            raise Contradiction(expression)
        layer, _, _ = output._keras_history
        return [
            plain(output._keras_shape),
            size_of(layer.weights),
            size_of(layer.trainable_weights),
        ]


def record(keras: Any) -> dict[str, list[Any]]:
    """Draw calls of every family until there are enough that Keras takes and refuses."""
    names = names_of(keras)
    recorded: dict[str, list[Any]] = {}
    for family, draw in FAMILIES.items():
        random, calls, counts = Random(family), {}, collections.Counter[bool]()
        lost: collections.Counter[str] = collections.Counter()
        for _ in range(MOST_TRIES):
            expression, inputs = draw(random)
            key = (expression, repr(inputs))
            wanted = {True: ACCEPTED, False: REFUSED}
            if key in calls or all(counts[one] >= wanted[one] for one in wanted):
                continue
            try:
                given = answer(names, expression, inputs)
            except (*NOT_OF_KERAS, Contradiction) as error:
                lost[f"{type(error).__name__}: {error} in {expression}"[:200]] += 1
                continue
            taken = given is not None
            if counts[taken] < wanted[taken]:
                counts[taken] += 1
                calls[key] = [expression, inputs, given]
        recorded[family] = list(calls.values())
        print(f"{family}: {counts[True]} accepted, {counts[False]} refused", flush=True)
        for reason, times in lost.most_common(2):
            print(f"    {times} times {reason}", flush=True)
    return recorded


def models_of(keras: Any, program: Path) -> dict[str, list[Any]]:
    """Run a program and give the layers of each of its models, as its summary lists them."""
    scope: dict[str, Any] = {}
    with sys.modules["tensorflow"].Graph().as_default():
        exec(compile(program.read_text(encoding="utf-8"), str(program), "exec"), scope)
        return {
            name: [
                [type(one).__name__, plain(one.get_output_shape_at(0)), size_of(one.weights)]
                for one in layers_of(model)
                if type(one).__name__ != "InputLayer"
            ]
            for name, model in scope.items()
            if isinstance(model, keras.models.Model)
        }


def layers_of(model: Any) -> list[Any]:
    """List the layers of a model: behind those of the models that a ``Merge`` starts with."""
    layers = list(model.layers)
    if type(layers[0]).__name__ == "Merge":
        layers = [inner for tower in layers[0].layers for inner in layers_of(tower)] + layers
    return list(dict.fromkeys(layers))


def plain(shape: Any) -> list[int | None]:
    return [None if one is None else int(one) for one in shape]


def size_of(weights: list[Any]) -> int:
    return sum(math.prod(int(size) for size in weight.shape) for weight in weights)


def signatures(keras: Any) -> dict[str, list[Any]]:
    """Give the arguments of each class of a family, with their defaults."""
    found: dict[str, list[Any]] = {}
    for name, member in names_of(keras).items():
        if name in FAMILIES:
            parameters = list(inspect.signature(member.__init__).parameters.values())[1:]
            found[name] = [
                [one.name] if one.default is one.empty else [one.name, one.default]
                for one in parameters
                if one.kind is not one.VAR_KEYWORD
            ]
    return found


def written(recorded: dict[str, list[Any]]) -> str:
    """Write one call on a line."""
    families = []
    for family, calls in recorded.items():
        lines = ",\n".join(json.dumps(call, separators=(",", ":")) for call in calls)
        families.append(f"{json.dumps(family)}: [\n{lines}\n]")
    return "{\n" + ",\n".join(families) + "\n}\n"


def main() -> None:
    """Write the files."""
    keras = keras_1(Path(sys.argv[1]).resolve())
    for program in sorted(PROGRAMS.glob("*.py")):
        models = written(models_of(keras, program))
        program.with_suffix(".json").write_text(models, encoding="utf-8")
    SIGNATURES.write_text(written(signatures(keras)), encoding="utf-8")
    ANSWERS.write_text(written(record(keras)), encoding="utf-8")


if __name__ == "__main__":
    main()
