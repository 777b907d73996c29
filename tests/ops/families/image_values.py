"""How to call the functions of ``keras_lint.ops.image_values``."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Extras, Family
from tests.ops.families.elementwise import given
from tests.ops.families.image import FLOATS, SEED, images
from tests.ops.libraries import T


def _boxed(arguments: Arguments) -> Arguments:
    batch = arguments["x"].shape[0] if arguments["x"].shape else None
    return {"boxes": T((batch, 2, 4)), "colors": [[1.0, 0.0, 0.0, 1.0]]}


def _transform(arguments: Arguments) -> Arguments:
    return {"transform": T((2, 8)) if len(arguments["x"].shape) == 4 else T((8,))}


def _corners(arguments: Arguments) -> Arguments:
    points = T((2, 4, 2)) if len(arguments["x"].shape) == 4 else T((4, 2))
    return {"start_points": points, "end_points": points}


_rgb = images((3, 3, 3, None)).map(lambda x: {"x": x})
_mostly_rgb = images((3, 3, 3, 4, 2, 1, None)).map(lambda x: {"x": x})
_gray = images((1, 1, 1, 3, None)).map(lambda x: {"x": x})
FAMILIES = {
    "same_values": Family(_rgb, dtypes=FLOATS, refuses=()),
    "same_size": Family(_rgb, dtypes=FLOATS),
    "same_images": Family(_rgb, dtypes=FLOATS),
    "same_image": Family(_rgb, dtypes=FLOATS),
    "recolor": Family(_mostly_rgb, dtypes=FLOATS),
    "convert_image_dtype": Family(
        st.fixed_dictionaries({"x": images(), "dtype": st.sampled_from(["float32", "uint8"])}),
        refuses=(),
    ),
    "rgb_to_grayscale": Family(_mostly_rgb, dtypes=FLOATS),
    "rgb_to_grayscale_in_keras": Family(_mostly_rgb, dtypes=FLOATS),
    "grayscale_to_rgb": Family(
        _gray, dtypes=FLOATS, silent=("A grayscale image must be at least two-dimensional",)
    ),
}
EXTRAS: dict[str, Extras] = {
    "tensorflow.image.stateless_random_flip_left_right": given(seed=SEED),
    "tensorflow.image.stateless_random_flip_up_down": given(seed=SEED),
    "tensorflow.image.random_brightness": given(max_delta=0.2),
    "tensorflow.image.stateless_random_brightness": given(max_delta=0.2, seed=SEED),
    "tensorflow.image.random_contrast": given(lower=0.2, upper=0.5),
    "tensorflow.image.stateless_random_contrast": given(lower=0.2, upper=0.5, seed=SEED),
    "tensorflow.image.random_hue": given(max_delta=0.2),
    "tensorflow.image.stateless_random_hue": given(max_delta=0.2, seed=SEED),
    "tensorflow.image.random_saturation": given(lower=0.2, upper=0.5),
    "tensorflow.image.stateless_random_saturation": given(lower=0.2, upper=0.5, seed=SEED),
    "tensorflow.image.random_jpeg_quality": given(min_jpeg_quality=50, max_jpeg_quality=90),
    "tensorflow.image.adjust_jpeg_quality": given(jpeg_quality=50),
    "tensorflow.image.adjust_brightness": given(delta=0.1),
    "tensorflow.image.adjust_hue": given(delta=0.1),
    "tensorflow.image.adjust_saturation": given(saturation_factor=2.0),
    "tensorflow.image.adjust_contrast": given(contrast_factor=2.0),
    "tensorflow.image.draw_bounding_boxes": _boxed,
    "keras.ops.image.affine_transform": _transform,
    "keras.ops.image.perspective_transform": _corners,
}
