"""A live model with code of its own as the functional model that its ``call`` makes."""

from __future__ import annotations

import sys
from typing import Any

from keras_lint.verification.live_source import CannotCheck


def has_graph(model: Any) -> bool:
    """Tell whether the layers of a model can be listed without running its code."""
    bases = {base.__name__ for base in type(model).__mro__}
    return "Sequential" in bases or bool(getattr(model, "outputs", None))


def traced(model: Any, x: Any) -> Any:
    """Call a model on symbolic tensors of the shapes of its data, as ``fit`` does first.

    Raises:
        CannotCheck: its code cannot be followed with symbolic tensors.
    """
    roots = [cls.__module__.partition(".")[0] for cls in type(model).__mro__]
    root = "tf_keras" if "tf_keras" in roots else "keras"
    keras = sys.modules.get(root)
    if keras is None or root not in roots:
        return model
    try:
        inputs = _inputs(keras, x)
        return keras.Model(inputs, model.call(inputs))
    except CannotCheck:
        raise
    except Exception as error:
        name = type(model).__name__
        why = " ".join(str(error).split())[:200]
        raise CannotCheck(f"{name} cannot be called on symbolic tensors: {why}") from error


def _inputs(keras: Any, x: Any) -> Any:
    if isinstance(x, dict):
        return {key: _inputs(keras, one) for key, one in x.items()}
    if isinstance(x, list | tuple) and x and hasattr(x[0], "shape"):
        return [_inputs(keras, one) for one in x]
    shape = getattr(x, "shape", None)
    if not shape:
        raise CannotCheck("the shape of the data is not known")
    dtype = getattr(x.dtype, "name", None) or str(x.dtype).rpartition(".")[2]
    # numpy makes float64, which Keras casts.
    dtype = "float32" if dtype == "float64" else dtype
    return keras.Input(tuple(shape[1:]), dtype=dtype)
