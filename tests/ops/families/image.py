"""How to call the functions of ``keras_lint.ops.image``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Extras, Family
from tests.ops.families.draws import Draw, flags, once_in, tensors
from tests.ops.families.elementwise import given
from tests.ops.libraries import T

FLOATS = ("float32",)
_sizes = st.sampled_from([2, 3, 4, 5, 6, 8, None])
_few = st.integers(1, 6)


@st.composite
def images(draw: Draw, depths: tuple[int | None, ...] = (1, 3, 3, 4, None), ranks: str = "34") -> T:
    """Draw one image or a batch, now and then with an axis less or more."""
    shape = (draw(_sizes), draw(_sizes), draw(st.sampled_from(depths)))
    if draw(st.sampled_from(list(ranks))) == "4":
        shape = (draw(st.sampled_from([None, 2])), *shape)
    match draw(st.integers(0, 15)):
        case 0:
            shape = shape[1:]
        case 1:
            shape = (2, *shape)
    return T(shape)


@st.composite
def _resized(draw: Draw) -> Arguments:
    size: Any = (draw(_few), draw(_few))
    if not draw(st.integers(0, 9)):
        size = draw(st.sampled_from([(3,), (3, 3, 3), 4]))
    arguments: dict[str, Any] = {"x": draw(images()), "size": size}
    match draw(st.integers(0, 5)):
        case 0:
            arguments["method"] = draw(st.sampled_from(["nearest", "bicubic", "bilinear"]))
        case 1:
            arguments["preserve_aspect_ratio"] = draw(flags)
        case 2:
            arguments["data_format"] = draw(st.sampled_from(["channels_first", "channels_last"]))
    return arguments


@st.composite
def _by_factors(draw: Draw) -> Arguments:
    factors = {"height_factor": draw(st.integers(1, 3)), "width_factor": draw(st.integers(1, 3))}
    formats = st.sampled_from(["channels_last", "channels_first"])
    return {"x": draw(images(ranks="4")), **factors, "data_format": draw(formats)}


@st.composite
def _to(draw: Draw) -> Arguments:
    return {"x": draw(images()), "target_height": draw(_few), "target_width": draw(_few)}


@st.composite
def _box(draw: Draw) -> Arguments:
    offsets = {f"offset_{name}": draw(st.integers(0, 2)) for name in ("height", "width")}
    return {**draw(_to()), **offsets}


@st.composite
def _cropped(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4, st.sampled_from([3, 4, 5, None])))
    size = [draw(st.integers(1, 4)) for _ in x.shape]
    return {"x": x, "size": size if draw(st.integers(0, 5)) else [*size, 2]}


@st.composite
def _centered(draw: Draw) -> Arguments:
    return {
        "x": draw(images()),
        "central_fraction": draw(st.sampled_from([0.5, 0.87, 1.0, 0.3, 0.0, 1.5])),
    }


@st.composite
def _patches(draw: Draw) -> Arguments:
    lists = [[1, draw(st.integers(1, 3)), draw(st.integers(1, 3)), 1] for _ in range(3)]
    names = ("sizes", "strides", "rates")
    padding = draw(st.sampled_from(["VALID", "SAME"]))
    return {
        "x": draw(images(ranks="4")),
        **dict(zip(names, lists, strict=True)),
        "padding": padding,
    }


@st.composite
def _patches_in_keras(draw: Draw) -> Arguments:
    size = draw(st.sampled_from([1, 2, 3, (2, 3), (3, 1)]))
    arguments: dict[str, Any] = {"x": draw(images()), "size": size}
    if draw(flags):
        arguments["strides"] = draw(st.sampled_from([1, 2, (1, 2)]))
    if draw(flags):
        arguments["padding"] = draw(st.sampled_from(["valid", "same"]))
    if not draw(st.integers(0, 4)):
        arguments["dilation_rate"] = draw(st.sampled_from([1, 2]))
    return arguments


@st.composite
def _boxes(draw: Draw) -> Arguments:
    count = draw(st.sampled_from([1, 2, None]))
    size = draw(once_in(6, st.sampled_from([(2,), (2, 2, 2)]), st.tuples(_few, _few)))
    arguments: dict[str, Any] = {"x": draw(images(ranks="4")), "boxes": T((count, 4))}
    return {**arguments, "box_indices": T((count,), "int32", "zeros"), "crop_size": size}


@st.composite
def _blocks(draw: Draw, *, deep: bool) -> Arguments:
    block = draw(st.integers(2, 3))
    area = block * block
    x = draw(images((area, 2 * area, 3, None) if deep else (1, 3, None), ranks="4"))
    shape = list(x.shape)
    for axis in (1, 2):
        if not deep and len(shape) > 2 and shape[axis] is not None and draw(st.integers(0, 5)):
            shape[axis] = block * draw(st.integers(1, 3))
    return {"x": T(tuple(shape)), "block_size": block}


_x = st.fixed_dictionaries({"x": images()})
SEED = (1, 2)
FAMILIES = {
    "resize": Family(_resized(), left_open=("the size keeps the aspect ratio",)),
    "resize_in_keras": Family(_resized()),
    "resize_by_factors": Family(
        _by_factors(),
        dtypes=FLOATS,
        silent=("Dimension must be",),
        left_open=("images without a batch axis",),
    ),
    "crop_to": Family(_box(), dtypes=FLOATS),
    "pad_to": Family(_box(), dtypes=FLOATS),
    "resize_to": Family(
        _to(), dtypes=FLOATS, silent=("inner 3 dims of 'image.shape' must be > 0",)
    ),
    "random_crop": Family(_cropped(), dtypes=FLOATS),
    "central_crop": Family(_centered(), dtypes=FLOATS),
    "transpose_image": Family(_x, dtypes=FLOATS),
    "rot90": Family(_x, dtypes=FLOATS, left_open=("the size of a rotated image",)),
    "extract_patches": Family(
        _patches(), dtypes=FLOATS, silent=("Computed output size would be negative",)
    ),
    "extract_patches_in_keras": Family(
        _patches_in_keras(),
        dtypes=FLOATS,
        silent=("Computed output size would be zero or negative",),
    ),
    "crop_and_resize": Family(_boxes(), dtypes=FLOATS),
    "depth_to_space": Family(_blocks(deep=True), dtypes=FLOATS),
    "space_to_depth": Family(_blocks(deep=False), dtypes=FLOATS),
}
EXTRAS: dict[str, Extras] = {
    "tensorflow.image.stateless_random_crop": given(seed=SEED),
}
