"""How to call the functions of ``keras_lint.ops.convolution``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, flags, once_in
from tests.ops.libraries import T

_sizes = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, None])
_channels = st.sampled_from([1, 2, 3, 4, 6, None])
FLOATS = ("float32",)


@st.composite
def _per_axis(draw: Draw, spatial: int, high: int = 3, *, whole: bool = False) -> Any:
    one = st.sampled_from([1, *range(1, high + 1)])
    if not draw(st.integers(0, 20)):
        return draw(st.sampled_from([0, (1,) * (spatial + 1)]))
    if draw(flags):
        return draw(one)
    several = [draw(one) for _ in range(spatial)]
    if whole and draw(flags):
        several = [1, *several, 1]
    return draw(st.sampled_from([tuple, list]))(several)


@st.composite
def _images(draw: Draw, spatial: int, channels: Any = _channels) -> tuple[int | None, ...]:
    depth = draw(channels)
    found = (draw(st.sampled_from([None, 2])), *(draw(_sizes) for _ in range(spatial)), depth)
    return draw(once_in(15, st.just(found[:-1]), st.just(found)))


@st.composite
def _pooled(draw: Draw, low: int = 1, high: int = 3, *, pairs: bool = False) -> Arguments:
    spatial = draw(st.integers(low, high))
    several = st.tuples(*[st.integers(1, 3)] * spatial)
    sizes = once_in(20, st.just((0,) * spatial), several) if pairs else _per_axis(spatial)
    arguments: dict[str, Any] = {
        "x": T(draw(_images(spatial))),
        "pool_size": draw(sizes),
        "strides": draw(sizes if pairs else once_in(4, st.none(), sizes)),
        "padding": draw(st.sampled_from(["valid", "same"])),
    }
    if not draw(st.integers(0, 4)):
        arguments["data_format"] = draw(st.sampled_from(["channels_last", "channels_first", None]))
    return arguments


@st.composite
def _pooled_in_tensorflow(draw: Draw, low: int = 1, high: int = 3) -> Arguments:
    spatial = draw(st.integers(low, high))
    return {
        "x": T(draw(_images(spatial))),
        "ksize": draw(_per_axis(spatial, whole=True)),
        "strides": draw(_per_axis(spatial, whole=True)),
        "padding": draw(st.sampled_from(["VALID", "SAME"])),
    }


_pairs = st.sampled_from([(1, 1), (1, 1), (2, 2)])


def _full_strides(spatial: int) -> Any:
    """Draw strides for all axes, which TensorFlow wants to be equal here."""
    return st.integers(1, 3).map(lambda step: [1, *[step] * spatial, 1])


@st.composite
def _convolved(
    draw: Draw,
    low: int = 1,
    high: int = 3,
    *,
    whole: bool = False,
    in_tensorflow: bool = False,
    pairs: bool = False,
) -> Arguments:
    spatial = draw(st.integers(low, high))
    shape = draw(_images(spatial))
    depth = shape[-1] or 2
    if not draw(st.integers(0, 6)):
        depth = draw(st.integers(1, 3))
    kernel = (*(draw(st.integers(1, 3)) for _ in range(spatial)), depth, draw(st.integers(1, 4)))
    if not draw(st.integers(0, 20)):
        kernel = kernel[1:]
    padding = draw(st.sampled_from(["valid", "same"]))
    several = st.sampled_from([1, 1, 2, 3]).map(lambda step: (step,) * spatial)
    sizes = several if pairs else _per_axis(spatial, whole=in_tensorflow)
    arguments: dict[str, Any] = {
        "x": T(shape),
        "kernel": T(kernel),
        "strides": draw(_full_strides(spatial) if whole else sizes),
        "padding": padding.upper() if in_tensorflow else padding,
    }
    if draw(flags) if arguments["strides"] == 1 else not draw(st.integers(0, 9)):
        arguments["dilation_rate"] = draw(_pairs if whole else sizes)
    if not in_tensorflow and not draw(st.integers(0, 5)):
        arguments["data_format"] = "channels_first"
        arguments["x"] = T((shape[0], shape[-1], *shape[1:-1]))
    return arguments


@st.composite
def _transposed(draw: Draw, low: int = 1, high: int = 3) -> Arguments:
    """Draw the result and derive the input."""
    spatial = draw(st.integers(low, high))
    stride, filters = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    inner = [draw(st.integers(1, 4)) for _ in range(spatial)]
    shape = (2, *inner, 3)
    output = (2, *(size * stride for size in inner), filters)
    return {"x": T(shape), "output_shape": output, "stride": stride, "depth": filters}


def _transposed_extras(name: str, padding: str) -> Any:
    def extras(arguments: Arguments) -> Arguments:
        spatial = len(arguments["x"].shape) - 2
        kernel = T((*(1,) * spatial, arguments["depth"], 3))
        strides = (arguments["stride"],) * spatial
        return {name: kernel, "padding": padding, "strides": strides}

    return extras


_ranks = {
    f"{name}{rank}d": rank
    for name in ("conv", "pool", "max_pool", "avg_pool")
    for rank in (1, 2, 3)
}


def _by_rank(prefix: str, make: Any, *names: str, suffix: str = "") -> dict[str, Any]:
    """Draw inputs with as many spatial axes as the name of a function says."""
    return {f"{prefix}{name}{suffix}": make(_ranks[name], _ranks[name]) for name in names}


def _in_tensorflow(low: int, high: int) -> Any:
    return _convolved(low, high, in_tensorflow=True, whole=high == 3)


FAMILIES = {
    "pool": Family(_pooled(), dtypes=FLOATS, left_open=("an input of low rank",)),
    "pool_in_backend": Family(
        _pooled(),
        dtypes=FLOATS,
        named=_by_rank(
            "keras.backend.", lambda low, high: _pooled(low, high, pairs=True), "pool2d", "pool3d"
        ),
        silent=("Negative dimension size caused by subtracting", "`ksize` cannot be zero"),
    ),
    "pool_in_tensorflow": Family(
        _pooled_in_tensorflow(),
        dtypes=FLOATS,
        named=_by_rank(
            "tensorflow.nn.",
            _pooled_in_tensorflow,
            *(f"{name}_pool{rank}d" for name in ("max", "avg") for rank in (1, 2, 3)),
        ),
        silent=(
            "`input.shape.rank` must be 3, 4 or 5",
            "Negative dimension size caused by subtracting",
            "Shape must be rank",
            "strides should be of length",
        ),
    ),
    "convolve": Family(
        _convolved(),
        dtypes=FLOATS,
        silent=(
            "The number of input channels must match the kernel",
            "Dilation must be None, scalar or tuple/list",
            "Kernel shape must have the same length as input",
        ),
        left_open=("several batch axes",),
    ),
    "convolve_in_backend": Family(
        _convolved(),
        dtypes=FLOATS,
        named=_by_rank("keras.backend.", _convolved, "conv1d", "conv2d", "conv3d"),
        silent=(
            "not supported in conjunction with",
            "is not a multiple of the number of groups",
            "dilations should be of length",
            "`dilation_rate` must be positive",
        ),
    ),
    "convolve_in_tensorflow": Family(
        _convolved(in_tensorflow=True),
        dtypes=FLOATS,
        named=_by_rank("tensorflow.nn.", _in_tensorflow, "conv1d", "conv2d", "conv3d"),
        silent=(
            "not supported in conjunction with",
            "Dilation rate must be >=",
            "is not a multiple of the number of groups",
            "Shape must be rank",
            "strides should be of length",
            "Stride must be > 0",
            "`dilation_rate` must be positive",
        ),
        left_open=("several batch axes",),
    ),
    "convolve_depthwise": Family(
        _convolved(1, 2),
        dtypes=FLOATS,
        named={
            "keras.backend.depthwise_conv2d": _convolved(2, 2, pairs=True),
            "tensorflow.nn.depthwise_conv2d": _convolved(2, 2, in_tensorflow=True, whole=True),
        },
        silent=(
            "Dilation must be None, scalar or tuple/list",
            r"would be zero or negative.*dilation_rate=\W*\d*[2-9]",
            "Negative dimension size caused by subtracting",
            "must be rank 4 but is rank 3",
        ),
        left_open=("strides together with a dilation",),
    ),
    "convolve_transposed": Family(
        _transposed(),
        dtypes=FLOATS,
        refuses=(),
        named={
            **_by_rank(
                "tensorflow.nn.", _transposed, "conv1d", "conv2d", "conv3d", suffix="_transpose"
            ),
            **_by_rank("keras.backend.", _transposed, "conv2d", suffix="_transpose"),
        },
    ),
}
EXTRAS = {
    **{
        f"tensorflow.nn.conv{rank}d_transpose": _transposed_extras("filters", "SAME")
        for rank in (1, 2, 3)
    },
    "keras.backend.conv2d_transpose": _transposed_extras("kernel", "same"),
}
