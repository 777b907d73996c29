"""Functions of Keras that make or use models, and those that only look at them."""

from __future__ import annotations

from functools import lru_cache

from astroid import nodes

from keras_lint.datasets import load_data as loaded
from keras_lint.interpreter import functional
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import from_argument, to_argument
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.layer_constructions import construct
from keras_lint.interpreter.presets import Preset
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import NONE, Constant, External, Model, Tuple, Value
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import InvalidArgument, TensorSpec, Unknown
from keras_lint.source import Span


@handles("keras.Input")
def input_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a symbolic input."""
    return functional.make_input(run, arguments, span)


@handles_each(
    "keras.layers.add",
    "keras.layers.subtract",
    "keras.layers.multiply",
    "keras.layers.average",
    "keras.layers.maximum",
    "keras.layers.minimum",
    "keras.layers.concatenate",
    "keras.layers.dot",
)
def functional_merge(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a merge layer and apply it at once: ``concatenate([a, b], axis=-1)``."""
    layer_name = f"keras.layers.{name.rpartition('.')[2].capitalize()}"
    schema = find_layer(layer_name)
    inputs = arguments.get(0, "inputs")
    if schema is None or inputs is None:
        return Unknown(f"`{name}` without inputs", span)
    keywords = {k: v for k, v in arguments.keywords.items() if k != "inputs"}
    layer = construct(
        run,
        schema,
        External(layer_name, name),
        Arguments(arguments.positional[1:], keywords, arguments.rest),
        span,
    )
    return run.apply_layer(layer, Arguments((inputs,)), span)


@handles("keras.layers.merge")
def former_merge(run: Context, arguments: Arguments, span: Span) -> Value:
    """Merge as Keras 1 did: ``merge([a, b], mode="concat", concat_axis=-1)``."""
    schema, inputs = find_layer("keras.layers.Merge"), arguments.get(0, "inputs")
    if schema is None or inputs is None or arguments.rest is not None:
        return Unknown("`keras.layers.merge` of what is not known", span)
    keywords = {k: v for k, v in arguments.keywords.items() if k != "inputs"}
    # The class has the same arguments behind the first, but for the name.
    positional = (NONE, *arguments.positional[1:7])
    made = External("keras.layers.Merge", "merge", doubtful=True)
    layer = construct(run, schema, made, Arguments(positional, keywords), span)
    return run.apply_layer(layer, Arguments((inputs,)), span)


@handles(
    "keras.models.clone_model",
    "keras.clone_model",
)
def clone_model(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a model of the same structure with new weights."""
    model = arguments.get(0, "model")
    if isinstance(model, Model):
        clone = Model(run.new_identity(), model.kind, span, model.name, model.state)
        run.note_model(clone)
        return clone
    return Unknown("a clone of a model that is not followed", span)


@handles_each(
    "keras.datasets.mnist.load_data",
    "keras.datasets.fashion_mnist.load_data",
    "keras.datasets.cifar10.load_data",
    "keras.datasets.cifar100.load_data",
    "keras.datasets.imdb.load_data",
    "keras.datasets.reuters.load_data",
    "keras.datasets.boston_housing.load_data",
    "keras.datasets.california_housing.load_data",
)
def load_data(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Load a data set: arrays of known shapes."""
    named = {key: to_argument(value) for key, value in arguments.keywords.items()}
    try:
        result = loaded(name, named)
    except InvalidArgument as refusal:
        return Unknown(f"`{name}` is refused here: {refusal}", span)
    if isinstance(result, Unknown):
        return Unknown(result.why, span)
    return _arrays(result, span)


def _arrays(structure: object, span: Span) -> Value:
    if isinstance(structure, TensorSpec):
        spec = TensorSpec(structure.shape, structure.dtype, span, structure.content)
        return Tensor(spec, "numpy")
    if isinstance(structure, list | tuple):
        return Tuple(tuple(_arrays(part, span) for part in structure))
    return from_argument(structure)


@handles(
    "keras.backend.set_image_data_format",
    "keras.config.set_image_data_format",
)
def set_image_data_format(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change what ``data_format=None`` means from here on."""
    value = arguments.get(0, "data_format")
    known = value in (Constant("channels_first"), Constant("channels_last"))
    content = value if known else Unknown("the data format that is set here", span)
    run.heap.set(run.configuration, "image_data_format", content)
    return NONE


@handles("keras.backend.set_image_dim_ordering")
def set_image_dim_ordering(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change the data format as Keras 1 did.

    Keras 3 does not have this function; what its author puts there instead is not known.
    """
    value = arguments.get(0, "dim_ordering")
    content: Value = Unknown("`set_image_dim_ordering`, which Keras 3 does not have", span)
    if value == Constant("tf"):
        content = Constant("channels_last")
    elif value == Constant("th") and run.keras == 2:
        content = Constant("channels_first")
    run.heap.set(run.configuration, "image_data_format", content)
    return NONE


@handles(
    "keras.backend.image_data_format",
    "keras.config.image_data_format",
)
def image_data_format(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the present meaning of ``data_format=None``."""
    now = run.image_data_format
    return now if isinstance(now, Unknown) else Constant(now)


@handles(
    "keras.backend.backend",
    "keras.config.backend",
)
def backend(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the backend: TensorFlow unless one chooses, if the code knows of no newer one."""
    tree = run.activation.frame.module.tree
    if run.keras != 2 and (tree is None or _knows_backends(tree)):
        return Unknown("which backend Keras runs on", span)
    return Preset("which backend Keras runs on", span, default=Constant("tensorflow"))


@lru_cache(maxsize=8)
def _knows_backends(tree: nodes.Module) -> bool:
    return any(
        node.value in ("KERAS_BACKEND", "torch", "jax", "openvino")
        for node in tree.nodes_of_class(nodes.Const)
    )


@handles(
    "keras.backend.clear_session",
    "keras.utils.clear_session",
    "keras.utils.set_random_seed",
    "keras.backend.set_session",
    "keras.mixed_precision.set_global_policy",
    "keras.backend.set_floatx",
    "keras.models.save_model",
    "keras.saving.save_model",
    "keras.utils.vis_utils.plot_model",
    "keras.utils.model_to_dot",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change nothing about shapes."""
    return NONE


@handles(
    "keras.backend.epsilon",
    "keras.config.epsilon",
)
def epsilon(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give Keras's small number."""
    return Constant(1e-7)


@handles(
    "keras.backend.floatx",
    "keras.config.floatx",
)
def floatx(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give Keras's default dtype."""
    return Constant("float32")


@handles(
    "keras.backend.int_shape",
    "tensorflow.get_static_value",
)
def int_shape(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the static shape of a tensor as a tuple."""
    value = arguments.get(0, "x")
    return run.attribute(value, "shape", span) if value is not None else NONE
