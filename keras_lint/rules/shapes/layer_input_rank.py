"""A layer whose input has the wrong number of axes."""

from __future__ import annotations

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.call_edits import value_span, without_first_item
from keras_lint.rules.declared_inputs import batch_in_shape, declared_input
from keras_lint.rules.places import shapes_of, short, specs_of
from keras_lint.rules.refused_inputs import RefusedInput
from keras_lint.shapes import Refusal, Shape, is_known, product
from keras_lint.source import Span

_IMAGES = ("Conv2D", "Pooling2D", "UpSampling2D", "ZeroPadding2D", "Cropping2D", "DepthwiseConv2D")
_SEQUENCES = ("LSTM", "GRU", "RNN", "Conv1D", "Pooling1D", "Bidirectional", "TimeDistributed")


class LayerInputRank(RefusedInput):
    """
    ## What it does

    Finds layers whose input has a number of axes that they do not take.

    ## Why is this bad?

    Keras raises `ValueError: Input 0 of layer ... is incompatible with the layer: expected
    ndim=4, found ndim=3`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Conv2D(32, 3),  # [layer-input-rank]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3),
    ])
    ```

    ## When it is silent

    Where the number of axes is not known, and where the code stands in a `try` that may
    catch the error.
    """

    code = "E7120"
    name = "layer-input-rank"
    summary = "the input of a layer has the wrong number of axes"
    explains = 60

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Say how many axes there are and how many the layer takes."""
        layer = short(call.class_name)
        wanted = refusal.expected.removeprefix("an input with ").partition(", batch")[0]
        if refusal.expected.startswith("an input of shape"):
            wanted = refusal.expected.removeprefix("an input of shape ")
        message = f"`{layer}` takes {wanted}, its input {shapes_of(call.inputs)} has "
        shape = next((spec.shape for spec in specs_of(call.inputs)), None)
        rank = None if shape is None else shape.rank
        message += "another shape" if rank is None else f"{rank}"
        extra = batch_in_shape(model, call)
        if extra is not None:
            span, text = extra
            edits = _without_samples(model, span)
            return self.about(
                model,
                call,
                f"{message}: the declared shape counts the samples too",
                (text,),
                span=span,
                fixes=() if edits is None else (Fix(text, edits, Applicability.UNSAFE),),
            )
        return self.about(model, call, message, _helps(model, call, layer, shape))


def _without_samples(model: SemanticModel, place: Span) -> tuple[Edit, ...] | None:
    shape = value_span(model, place, r"(?:input_)?shape")
    return None if shape is None else without_first_item(model, shape)


def _helps(
    model: SemanticModel, call: LayerCall, layer: str, shape: Shape | None
) -> tuple[str, ...]:
    if shape is None or shape.dims is None:
        return ("give it an input with as many axes",)
    if _is_one_sample(model, call, shape):
        return (f"this is one sample: x[np.newaxis] is a batch of one, {Shape((1, *shape))}",)
    rest = shape.known[1:]
    if any(layer.endswith(one) for one in _IMAGES) and len(rest) == 2:
        return (
            f"add an axis for one channel: {Shape((*rest, 1))} without the batch axis, "
            "and the same for the data",
        )
    if len(rest) == 1 and (layer.startswith("Global") or layer.endswith(_IMAGES)):
        before = _before(model, call)
        if before and layer.startswith("Global"):
            return (f"leave this layer out: `{before}` already gives {shape}",)
        if layer.startswith("Global"):
            return (f"leave this layer out: its input {shape} has no grid left",)
        if before:
            return (f"put it before `{before}`, or Reshape the {rest[0]} values into a grid",)
    if len(rest) == 1 and any(layer.endswith(one) for one in _SEQUENCES) and is_known(rest[0]):
        if declared_input(model, call) is not None:
            return (
                f"declare {rest[0]} steps of 1 feature: ({rest[0]}, 1); "
                f"or 1 step of {rest[0]} features: (1, {rest[0]})",
            )
        steps = _steps_before_flatten(model, call)
        if steps is not None:
            return (steps,)
        return (
            f"RepeatVector(n) in front gives (None, n, {rest[0]}); "
            f"Reshape(({rest[0]}, 1)) gives {rest[0]} steps of 1 feature",
        )
    if len(rest) > 2 and any(layer.endswith(one) for one in _SEQUENCES):
        return ("Reshape the input to (steps, features), or wrap the layers in TimeDistributed",)
    return ("give it an input with as many axes, with Reshape or Flatten in front",)


def _steps_before_flatten(model: SemanticModel, call: LayerCall) -> str | None:
    """Say how the steps are kept that a ``Flatten`` in front takes away."""
    if _before(model, call) != "Flatten":
        return None
    flatten = model.layer_calls[call.parents[0]]
    shape = next((spec.shape for spec in specs_of(flatten.inputs)), None)
    if shape is None or not shape.rank:
        return None
    if shape.rank == 3:
        return f"leave `Flatten` out: its input {shape} still has the steps"
    if _before(model, flatten) != "TimeDistributed":
        return None
    kept = Shape((*shape.known[:2], product(shape.known[2:])))
    return f"TimeDistributed(Flatten()) keeps the steps: {kept}"


def _is_one_sample(model: SemanticModel, call: LayerCall, shape: Shape) -> bool:
    """Tell whether a model is applied to what it takes without the batch axis."""
    graph = model.model_of_identity(call.construction.layer)
    if graph is None or len(graph.inputs) != 1 or graph.inputs[0].spec.shape.dims is None:
        return False
    return graph.inputs[0].spec.shape.known[1:] == shape.known


def _before(model: SemanticModel, call: LayerCall) -> str:
    if len(call.parents) != 1:
        return ""
    return short(model.layer_calls[call.parents[0]].class_name)
