"""Functions on images and windows against the libraries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.decoding import decode_image, decode_jpeg
from keras_lint.ops.image import resize
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_never_wrong, assert_same, theirs

IMAGES, IMAGE = T((None, 9, 10, 3)), T((9, 10, 3))
GRAY = T((None, 9, 10, 1))
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.image.resize", IMAGES, (4, 5)),
    ("keras.ops.image.resize", IMAGE, (4, 5)),
    ("keras.ops.image.extract_patches", IMAGES, (3, 3)),
    ("keras.ops.image.extract_patches", IMAGES, 3, 2),
    ("keras.ops.image.extract_patches", IMAGE, (3, 3)),
    ("keras.ops.image.rgb_to_grayscale", IMAGES),
    ("keras.ops.image.rgb_to_hsv", IMAGES),
    ("tensorflow.image.resize", IMAGES, (4, 5)),
    ("tensorflow.image.resize", T((9, 10, 3), "uint8"), [4, 5], "nearest"),
    ("tensorflow.image.resize_with_pad", IMAGES, 4, 5),
    ("tensorflow.image.resize_with_crop_or_pad", IMAGES, 4, 5),
    ("tensorflow.image.crop_to_bounding_box", IMAGES, 1, 1, 3, 3),
    ("tensorflow.image.pad_to_bounding_box", IMAGES, 1, 1, 13, 13),
    ("tensorflow.image.random_crop", IMAGE, [3, 3, 3]),
    ("tensorflow.image.central_crop", IMAGE, 0.5),
    ("tensorflow.image.central_crop", IMAGES, 0.7),
    ("tensorflow.image.central_crop", IMAGE, 0.875),
    ("tensorflow.image.flip_left_right", IMAGES),
    ("tensorflow.image.random_flip_left_right", IMAGES),
    ("tensorflow.image.random_brightness", IMAGES, 0.2),
    ("tensorflow.image.random_contrast", IMAGES, 0.2, 0.5),
    ("tensorflow.image.adjust_contrast", IMAGES, 0.2),
    ("tensorflow.image.per_image_standardization", IMAGES),
    ("tensorflow.image.convert_image_dtype", T((9, 10, 3), "uint8"), "float32"),
    ("tensorflow.image.transpose", IMAGES),
    ("tensorflow.image.rgb_to_grayscale", IMAGES),
    ("tensorflow.image.grayscale_to_rgb", GRAY),
    ("tensorflow.image.extract_patches", IMAGES, [1, 3, 3, 1], [1, 2, 2, 1], [1] * 4, "VALID"),
    ("tensorflow.image.extract_patches", IMAGES, [1, 3, 3, 1], [1, 2, 2, 1], [1] * 4, "SAME"),
    ("tensorflow.image.crop_and_resize", IMAGES, T((7, 4)), T((7,), "int32"), [4, 5]),
    ("tensorflow.nn.depth_to_space", T((None, 3, 4, 8)), 2),
    ("tensorflow.nn.space_to_depth", T((None, 4, 6, 2)), 2),
    ("keras.backend.resize_images", IMAGES, 2, 3, "channels_last"),
    ("keras.ops.max_pool", IMAGES, 2),
    ("keras.ops.max_pool", IMAGES, (2, 3), 1, "same"),
    ("keras.ops.average_pool", T((None, None, 3)), 2, 2),
    ("keras.ops.conv", IMAGES, T((3, 3, 3, 8))),
    ("keras.ops.conv", IMAGES, T((3, 3, 3, 8)), 2, "same"),
    ("keras.ops.conv", IMAGES, T((3, 3, 3, 8)), 1, "valid", None, 2),
    ("keras.ops.depthwise_conv", IMAGES, T((3, 3, 3, 2))),
    ("tensorflow.nn.max_pool2d", IMAGES, 2, 2, "SAME"),
    ("tensorflow.nn.max_pool2d", IMAGES, [1, 2, 2, 1], [1, 2, 2, 1], "VALID"),
    ("tensorflow.nn.avg_pool1d", T((None, 9, 3)), 2, 2, "VALID"),
    ("tensorflow.nn.avg_pool", IMAGES, 2, 2, "VALID"),
    ("tensorflow.nn.conv2d", IMAGES, T((3, 3, 3, 8)), 1, "SAME"),
    ("tensorflow.nn.conv2d", IMAGES, T((3, 3, 3, 8)), [1, 2, 2, 1], "VALID"),
    ("tensorflow.nn.conv1d", T((None, 9, 3)), T((3, 3, 8)), 1, "VALID"),
    ("tensorflow.nn.depthwise_conv2d", IMAGES, T((3, 3, 3, 2)), [1, 1, 1, 1], "SAME"),
    ("tensorflow.nn.conv2d_transpose", T((2, 4, 4, 3)), T((3, 3, 8, 3)), [2, 8, 8, 8], 2),
    ("keras.backend.pool2d", IMAGES, (2, 2), (2, 2)),
    ("keras.backend.conv2d", IMAGES, T((3, 3, 3, 8))),
    ("tensorflow.signal.rfft", T((None, 9))),
    ("tensorflow.signal.rfft", T((None, 9)), [16]),
    ("tensorflow.signal.fft", T((None, 9), "complex64")),
    ("tensorflow.signal.stft", T((16000,)), 255, 128),
    ("tensorflow.signal.stft", T((None, 1000)), 100, 50, 128),
    ("tensorflow.signal.stft", T((None, None)), 100, 50, 128),
    ("tensorflow.nn.softmax_cross_entropy_with_logits", T((None, 10)), T((None, 10))),
    ("tensorflow.nn.sparse_softmax_cross_entropy_with_logits", T((None,), "int32"), T((None, 10))),
    ("tensorflow.nn.sigmoid_cross_entropy_with_logits", T((None, 10)), T((None, 10))),
    ("keras.ops.categorical_crossentropy", T((None, 10)), T((None, 10))),
    ("keras.ops.binary_crossentropy", T((None, 1)), T((None, 1))),
    ("tensorflow.io.read_file", "a"),
    ("tensorflow.io.decode_jpeg", T((), "string")),
    ("tensorflow.image.decode_png", T((), "string"), 3),
    ("tensorflow.strings.lower", T((None,), "string")),
    ("tensorflow.strings.to_number", T((None,), "string")),
    ("tensorflow.strings.length", T((None,), "string")),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.image.resize", T((9, 10)), (4, 5)),
        ("keras.ops.image.rgb_to_grayscale", T((None, 9, 10, 2))),
        ("keras.ops.conv", IMAGES, T((3, 3, 4, 8))),
        ("keras.ops.conv", IMAGES, T((3, 8))),
        ("keras.ops.max_pool", IMAGES, 11),
        ("tensorflow.image.resize", T((9, 10)), (4, 5)),
        ("tensorflow.image.resize", IMAGES, (4, 5, 3)),
        ("tensorflow.image.grayscale_to_rgb", IMAGES),
        ("tensorflow.image.central_crop", IMAGE, 1.5),
        ("tensorflow.nn.depth_to_space", T((None, 3, 4, 3)), 2),
        ("tensorflow.nn.space_to_depth", T((None, 3, 4, 3)), 2),
        ("tensorflow.nn.conv2d", IMAGES, T((3, 3, 4, 8)), 1, "SAME"),
        ("tensorflow.nn.max_pool2d", IMAGES, 11, 1, "VALID"),
        ("tensorflow.signal.rfft", T(())),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.05, 0.99))
def test_any_central_crop(height: int, width: int, fraction: float) -> None:
    assert_never_wrong("tensorflow.image.central_crop", T((height, width, 3)), fraction)


@settings(derandomize=True, database=None, deadline=None, max_examples=80)
@given(
    st.one_of(st.none(), st.integers(1, 9)),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(["valid", "same"]),
)
def test_any_window_in_keras(size: int | None, window: int, stride: int, padding: str) -> None:
    assert_never_wrong("keras.ops.max_pool", T((None, size, 3)), window, stride, padding)
    assert_never_wrong("keras.ops.conv", T((None, size, 3)), T((window, 3, 4)), stride, padding)


@pytest.mark.parametrize("shape", [(9, 10, 3), (None, 9, 10, 3), (9, 9, 3), (None, 9, 9, 3)])
def test_a_rotated_image(shape: tuple[int | None, ...]) -> None:
    assert_never_wrong("tensorflow.image.rot90", T(shape))


def test_a_size_that_keeps_the_aspect_ratio_is_unknown() -> None:
    assert theirs("tensorflow.image.resize", T((9, 10, 3)), (4, 8), "bilinear", True).shape
    image = TensorSpec(Shape.of(9, 10, 3))
    found = resize(image, (4, 8), preserve_aspect_ratio=True).shape
    assert isinstance(found[0], Unknown)
    assert found[2] == 3


def test_a_decoded_image_has_the_channels_asked_for() -> None:
    assert decode_jpeg("bytes", 3) == TensorSpec(Shape.of(None, None, 3), "uint8")


def test_decode_image_gives_no_rank_unless_animations_are_refused() -> None:
    assert decode_image("bytes", 3).shape.rank is None
    still = decode_image("bytes", 3, expand_animations=False)
    assert still.shape == Shape.of(None, None, 3)
