"""Keras's error messages by their form: what they say, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_Match = re.Match[str]


@dataclass(frozen=True)
class Explanation:
    """What a message means. ``layer`` is the layer that it names, ``shapes`` those it tells."""

    headline: str
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    layer: str | None = None
    shapes: tuple[str, ...] = ()


_Write = Callable[[_Match], Explanation]
_PATTERNS: list[tuple[re.Pattern[str], _Write]] = []

_SHAPE = r"[(\[][^)\]]*[)\]]"
_LAYER = r"[\"'](?P<layer>[\w./-]+)[\"']"
_AXES = {
    2: "(batch, features)",
    3: "(batch, steps, features)",
    4: "(batch, height, width, channels)",
    5: "(batch, depth, height, width, channels)",
}
_TOO_FEW = {
    3: (
        "after a recurrent layer: give that one `return_sequences=True`",
        "data without a time axis: `np.expand_dims(x, -1)`, one feature per step",
    ),
    4: (
        "images without channels: `x[..., None]`, and `keras.Input((height, width, 1))`",
        "one image without the batch: `x[None]`",
    ),
    5: ("volumes without channels: `x[..., None]`", "one volume without the batch: `x[None]`"),
}


def explain(message: str) -> Explanation | None:
    """Give the meaning of a message, None for one of another form."""
    flat = " ".join(message.split())
    for pattern, write in _PATTERNS:
        found = pattern.search(flat)
        if found is not None:
            return write(found)
    return None


def _pattern(text: str) -> Callable[[_Write], _Write]:
    def register(write: _Write) -> _Write:
        _PATTERNS.append((re.compile(text), write))
        return write

    return register


def _sizes(shape: str) -> list[str]:
    return [one.strip() for one in shape.strip("()[]").split(",") if one.strip()]


def _tuple(shape: str) -> str:
    sizes = _sizes(shape)
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"


@_pattern(
    rf"layer {_LAYER} is incompatible with the layer: expected (?P<least>min_|max_)?ndim="
    rf"(?P<expected>\d+), found ndim=(?P<found>\d+)(?:\. Full shape received: (?P<shape>{_SHAPE}))?"
)
def _ndim(found: _Match) -> Explanation:
    wanted, given = int(found["expected"]), int(found["found"])
    axes = _AXES.get(wanted, f"{wanted} axes")
    shape = _tuple(found["shape"]) if found["shape"] else f"{given} axes"
    helps = _TOO_FEW.get(wanted, ()) if given < wanted else tuple(_too_many(wanted, given))
    return Explanation(
        f"`{found['layer']}` needs {wanted} axes and gets {given}: {shape}",
        (f"the axes are {axes}; Keras counts the batch as one",),
        helps or ("one sample without the batch: `x[None]`",),
        found["layer"],
        (shape,) if found["shape"] else (),
    )


def _too_many(wanted: int, given: int) -> Iterator[str]:
    if wanted == 2:
        yield f"join the {given - 1} axes behind the batch with `Flatten()` in front of it"
    elif given == wanted + 1:
        yield "leave the batch out of `shape=` and `input_shape=`: Keras adds it"
        yield "apply the layer to each step with `TimeDistributed(...)`"


@_pattern(
    rf"layer {_LAYER} is incompatible with the layer: expected axis (?P<axis>-?\d+) of input shape "
    rf"to have value (?P<value>\S+?),? but received input with shape (?P<shape>{_SHAPE})"
)
def _axis(found: _Match) -> Explanation:
    shape = _tuple(found["shape"])
    return Explanation(
        f"`{found['layer']}` was built for {found['value']} values on axis {found['axis']} "
        f"and gets {shape}",
        ("a layer's weights are made for the first shape that it gets and stay that size",),
        (
            "make the data, or the layers in front, give that size",
            "for inputs of another size use another layer",
        ),
        found["layer"],
        (shape,),
    )


@_pattern(
    rf"(?:layer {_LAYER} is incompatible with the layer: expected shape=(?P<a>{_SHAPE}), "
    rf"found shape=(?P<b>{_SHAPE})|Expected shape (?P<c>{_SHAPE}), but input has incompatible "
    rf"shape (?P<d>{_SHAPE}))"
)
def _model_input(found: _Match) -> Explanation:
    wanted, given = _tuple(found["a"] or found["c"]), _tuple(found["b"] or found["d"])
    helps = [f"give data of shape {wanted}, or declare {given} as the model's input"]
    if _sizes(wanted)[1:] == _sizes(given) and len(_sizes(wanted)) > 1:
        helps.insert(0, "one sample without the batch axis: `x[None]`")
    elif _sizes(given)[-1:] != ["1"] and _sizes(wanted)[-1:] == ["1"]:
        helps.insert(0, "the last axis is missing: `x[..., None]`")
    return Explanation(
        f"the model takes {wanted} and gets {given}",
        ("`None` is the batch; every other size has to be the same",),
        tuple(helps),
        found["layer"],
        (wanted, given),
    )


@_pattern(
    r"(?:last dimension of the inputs to a? ?`?Dense`?(?: layer)? should be defined"
    rf"|Shapes used to initialize variables must be fully-defined.*?shape=(?P<shape>{_SHAPE})"
    r"(?: for variable path='(?P<path>[^']*)')?)"
)
def _undefined(found: _Match) -> Explanation:
    path = (found["path"] or "").split("/")
    layer = path[-2] if len(path) > 1 else None
    return Explanation(
        f"{f'`{layer}`' if layer else 'a layer'} gets a last axis of unknown size",
        (
            "a kernel needs a number; `Flatten` of an axis that is `None` gives `None`",
            "an axis is `None` where `Input(shape=...)` says so",
        ),
        (
            "give the sizes in `Input(shape=...)`",
            "for inputs of any size use global pooling in place of `Flatten`",
        ),
        layer,
        (_tuple(found["shape"]),) if found["shape"] else (),
    )


@_pattern(
    r"`?Concatenate`? layer requires inputs with matching shapes.*?"
    r"(?:input_shape|inputs? shapes?)=\[(?P<shapes>.*)\]"
)
def _concatenate(found: _Match) -> Explanation:
    shapes = tuple(_tuple(one) for one in re.findall(_SHAPE, found["shapes"]))
    return Explanation(
        f"`Concatenate` gets shapes that differ off its axis: {' and '.join(shapes)}",
        ("only the axis that is joined may differ, the last one by default",),
        ("join another axis with `axis=`", "bring the others to one size: padding, cropping"),
        None,
        shapes,
    )


@_pattern(
    rf"(?:Inputs have incompatible shapes\. Received shapes|Operands could not be broadcast "
    rf"together with shapes) (?P<a>{_SHAPE}) (?:and )?(?P<b>{_SHAPE})"
    rf"|Cannot broadcast shape.*?shapes are: (?P<c>{_SHAPE}) and (?P<d>{_SHAPE})"
)
def _merge(found: _Match) -> Explanation:
    one, other = _tuple(found["a"] or found["c"]), _tuple(found["b"] or found["d"])
    return Explanation(
        f"{one} and {other} are combined value by value and do not fit",
        ("each axis must have the same size on both sides, or be 1",),
        (
            "a shortcut around layers that change the size needs a layer that does the same, "
            "a `Conv2D(filters, 1, strides=...)` or `Dense(units)`",
            "to put them side by side use `Concatenate`",
        ),
        None,
        (one, other),
    )


@_pattern(
    rf"must have rank \(ndim\) `target\.ndim - 1`.*?target\.shape=(?P<target>{_SHAPE}), "
    rf"output\.shape=(?P<output>{_SHAPE})"
    rf"|logits and labels must have the same first dimension, got logits shape "
    rf"(?P<logits>{_SHAPE}) and labels shape (?P<labels>{_SHAPE})"
)
def _sparse(found: _Match) -> Explanation:
    output = _tuple(found["output"] or found["logits"])
    target = _tuple(found["target"] or found["labels"])
    helps = [f"targets with one integer for each row of {output}"]
    if output == target or len(_sizes(output)) == len(_sizes(target)):
        helps.insert(0, "for one-hot targets use `categorical_crossentropy`")
    else:
        helps.insert(
            0, "for one label per sample put `Flatten()` or pooling before the last layers"
        )
    return Explanation(
        f"the model's output {output} does not fit integer labels of shape {target}",
        ("`sparse_categorical_crossentropy` takes one integer for each row of scores",),
        tuple(helps),
        None,
        (output, target),
    )


@_pattern(
    rf"Arguments `target` and `output` must have the same (?P<what>rank|shape).*?"
    rf"target\.shape=(?P<target>{_SHAPE}), output\.shape=(?P<output>{_SHAPE})"
    rf"|Shapes (?P<a>{_SHAPE}) and (?P<b>{_SHAPE}) are incompatible"
    rf"|logits`? and `?labels`? must have the same shape,? (?:received|got) "
    rf"\(?(?P<c>{_SHAPE}) vs\.? (?P<d>{_SHAPE})"
)
def _target(found: _Match) -> Explanation:
    target = _tuple(found["target"] or found["a"] or found["d"])
    output = _tuple(found["output"] or found["b"] or found["c"])
    helps = [f"make the last layer give what the targets are: {target}"]
    if len(_sizes(target)) < len(_sizes(output)) or _sizes(target)[-1:] == ["1"]:
        helps.insert(0, "for integer labels use `sparse_categorical_crossentropy`")
        helps.insert(1, "or make them one-hot: `keras.utils.to_categorical(y, classes)`")
    return Explanation(
        f"the targets are {target} and the model's output is {output}",
        ("this loss compares value by value",),
        tuple(helps),
        None,
        (target, output),
    )


@_pattern(
    rf"Dimensions must be equal, but are (?P<a>\d+) and (?P<b>\d+).*?"
    rf"input shapes: (?P<c>{_SHAPE}), (?P<d>{_SHAPE})"
    rf"|Incompatible shapes: (?P<e>{_SHAPE}) vs\. (?P<f>{_SHAPE})"
)
def _incompatible(found: _Match) -> Explanation:
    one, other = _tuple(found["c"] or found["e"]), _tuple(found["d"] or found["f"])
    return Explanation(
        f"{one} and {other} are combined value by value and do not fit",
        ("in a loss, one is the target and the other the model's output",),
        ("give the last layer as many units as a target has values", "or reshape the targets"),
        None,
        (one, other),
    )


@_pattern(
    r"(?:Computed output size would be zero or negative|Negative dimension size caused by "
    rf"subtracting (?P<kernel>\d+) from (?P<size>\d+))(?:.*?inputs? shape=(?P<shape>{_SHAPE}))?"
)
def _negative(found: _Match) -> Explanation:
    shape = _tuple(found["shape"]) if found["shape"] else None
    where = shape or f"{found['size']} values and a window of {found['kernel']}"
    return Explanation(
        f"nothing is left for a window to slide over: {where}",
        ("each convolution without padding and each pooling makes the image smaller",),
        (
            'keep the size with `padding="same"`',
            "use fewer pooling layers, smaller kernels, or larger images",
            "`(channels, height, width)` in place of `(height, width, channels)` does this, too",
        ),
        None,
        (shape,) if shape else (),
    )


@_pattern(
    rf"total size of (?:the tensor|new array) must be unchanged.*?input_shape=(?P<a>{_SHAPE}), "
    rf"(?:target_shape|output_shape)=(?P<b>{_SHAPE})"
)
def _reshape(found: _Match) -> Explanation:
    one, other = _tuple(found["a"]), _tuple(found["b"])
    return Explanation(
        f"{one} and {other} do not hold the same number of values",
        ("both are counted without the batch",),
        ("let Keras compute one size with -1", "correct the size that is wrong"),
        None,
        (one, other),
    )


@_pattern(
    r"label value of (?P<label>-?\d+) which is outside the valid range of \[0, (?P<end>\d+)\)"
)
def _range(found: _Match) -> Explanation:
    return Explanation(
        f"a label is {found['label']}, and the model has {found['end']} classes: 0 to "
        f"{int(found['end']) - 1}",
        ("integer labels count from 0, one for each unit of the last layer",),
        (
            f"give the last layer {int(found['label']) + 1} units or more",
            "count the labels from 0: `np.unique(y, return_inverse=True)[1]`",
        ),
    )


@_pattern(rf"Layer {_LAYER} expects (?P<wanted>\d+) .*?input\S* .*?received (?P<given>\d+) input")
def _count(found: _Match) -> Explanation:
    return Explanation(
        f"the model takes {found['wanted']} inputs and gets {found['given']}",
        ("several inputs are one list or one dict, in the order or by the names of the model",),
        ("give `[a, b]`, or a dict with the names of the inputs",),
        found["layer"],
    )


@_pattern(r"A KerasTensor (?:cannot be|is symbolic)")
def _symbolic(_: _Match) -> Explanation:
    return Explanation(
        "a function of TensorFlow or numpy gets a symbolic tensor of Keras",
        ("what `Input` and layers give has a shape and no values",),
        ("use the function of `keras.ops`", "or call it in the `call` of a layer of your own"),
    )


@_pattern(
    r"expected (?P<wanted>\d+) variables?,? but received (?P<given>\d+) variables? during load"
)
def _weights(found: _Match) -> Explanation:
    return Explanation(
        f"the file holds {found['given']} variables for a layer that has {found['wanted']}",
        ("a weights file finds layers by their class and their order in the model",),
        ("`keras-lint diff REV` lists the layers whose saved weights no longer fit",),
    )
