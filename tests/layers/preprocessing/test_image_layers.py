"""The image layers against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from tests.layers.differential import Draw, compare, differential

sizes = st.one_of(st.none(), st.integers(1, 6))
shapes = st.one_of(
    st.tuples(st.none(), sizes, sizes, st.sampled_from([3, 3, 1, None])),
    st.tuples(sizes, sizes, st.sampled_from([3, 3, 1, None])),
    st.lists(sizes, max_size=5).map(tuple),
)
formats = st.sampled_from([None, "channels_last", "channels_first", "last"])
factors = st.one_of(
    st.sampled_from([0, 0.0, 0.2, 1, 1.0, (0.1, 0.4), True, [0.3, 0.2]]),
    st.sampled_from([1.5, -0.5, -1, -1.0, 3, 9, None, "a", np.int64(1), "", ()]),
    st.sampled_from([[0.5, 2.0], [2.0, 3.0], (-3, -2), (0.1,), (0.1, "a"), (-1, 8)]),
)
ranges = st.sampled_from(
    [(0, 255), [0.0, 1.0], (1, 0), 255, None, (1,), (1, 2, 3), "ab", (0, None)]
)
fills = st.sampled_from(["reflect", "wrap", "constant", "nearest", "mirror", "Reflect", None])
interpolations = st.sampled_from(["nearest", "bilinear", "bicubic", None, 3])
targets = st.one_of(
    st.integers(0, 8), st.integers(1, 8), st.sampled_from([None, -1, 2.5, "a", np.int64(3)])
)
colors = {"factor": factors, "value_range": ranges, "data_format": formats}
ARGUMENTS = {
    "RandomBrightness": colors,
    "RandomContrast": {**colors, "factor": factors},
    "RandomColorDegeneration": colors,
    "RandomGrayscale": {"factor": factors, "data_format": formats},
    "RandomHue": colors,
    "RandomInvert": colors,
    "RandomPosterization": colors,
    "RandomSaturation": colors,
    "RandomSharpness": colors,
    "RandomColorJitter": {
        "value_range": ranges,
        "brightness_factor": factors,
        "contrast_factor": factors,
        "saturation_factor": factors,
        "hue_factor": factors,
        "factor": factors,
    },
    "Solarization": {
        "addition_factor": factors,
        "threshold_factor": factors,
        "value_range": ranges,
    },
    "AutoContrast": {"value_range": ranges, "data_format": formats},
    "Equalization": {"value_range": ranges, "data_format": formats, "bins": st.just(9)},
    "ContrastLimitedAdaptiveHistogramEqualization": {"data_format": formats, "factor": factors},
    "RandomFlip": {"mode": st.sampled_from(["horizontal", "no_such"]), "data_format": formats},
    "RandomRotation": {
        "factor": factors,
        "fill_mode": fills,
        "interpolation": interpolations,
        "data_format": formats,
    },
    "RandomTranslation": {
        "height_factor": factors,
        "width_factor": factors,
        "fill_mode": fills,
        "interpolation": interpolations,
    },
    "RandomZoom": {
        "height_factor": factors,
        "width_factor": factors,
        "fill_mode": fills,
        "interpolation": interpolations,
    },
    "RandomShear": {
        "x_factor": factors,
        "y_factor": factors,
        "fill_mode": fills,
        "interpolation": interpolations,
    },
    "RandomPerspective": {
        "factor": factors,
        "scale": factors,
        "interpolation": interpolations,
    },
    "RandomElasticTransform": {
        "factor": factors,
        "scale": factors,
        "interpolation": interpolations,
        "fill_mode": fills,
    },
    "AugMix": {
        "factor": factors,
        "value_range": ranges,
        "interpolation": interpolations,
        "data_format": formats,
        "all_ops": st.booleans(),
    },
    "RandAugment": {
        "factor": factors,
        "value_range": ranges,
        "interpolation": interpolations,
        "data_format": formats,
    },
    "CutMix": {"factor": factors, "data_format": formats},
    "MixUp": {"alpha": st.just(0.4), "data_format": formats, "factor": factors},
    "RandomErasing": {"factor": factors, "scale": factors},
    "RandomGaussianBlur": {
        "factor": factors,
        "kernel_size": st.sampled_from([3, 2, 1.0, (3, 5), [2, 3], (3,), None, "a", np.int64(3)]),
        "sigma": factors,
    },
    "Resizing": {
        "height": targets,
        "width": targets,
        "data_format": formats,
        "crop_to_aspect_ratio": st.booleans(),
        "interpolation": interpolations,
    },
    "CenterCrop": {"height": targets, "width": targets, "data_format": formats},
    "RandomCrop": {
        "height": targets,
        "width": targets,
        "data_format": formats,
        "name": st.just("n"),
    },
}
REQUIRED = {
    "Resizing": {"height", "width"},
    "CenterCrop": {"height", "width"},
    "RandomCrop": {"height", "width"},
    "RandomTranslation": {"height_factor", "width_factor"},
    "RandomZoom": {"height_factor"},
}
boxes = {
    "images": (None, 8, 8, 3),
    "bounding_boxes": {"boxes": (None, 5, 4), "labels": (None, 5)},
    "labels": (None,),
}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    arguments = ARGUMENTS[name]
    chosen = draw(st.sets(st.sampled_from(sorted(arguments)), max_size=2))
    chosen |= REQUIRED.get(name, set()) or ({"factor"} & set(arguments))
    return Draw(
        keywords={key: draw(arguments[key]) for key in sorted(chosen)},
        inputs=draw(shapes),
        dtype=draw(st.sampled_from(["float32", "float16", "uint8", "int32"])),
    )


@st.composite
def dict_draws(draw: st.DrawFn) -> Draw:
    labels = draw(st.sampled_from([(None, 5), (None, None)]))
    given = {"boxes": (None, 5, 4), "labels": labels}
    return Draw(
        keywords={"max_number": draw(st.sampled_from([1, 3, 10, "4", 2.5, None, "a", -1]))},
        inputs={"images": (None, 8, 8, 3), "bounding_boxes": given},
        dtype={"images": "uint8", "bounding_boxes": "float32"},
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_image_layer_gives_what_keras_gives(name: str) -> None:
    """Shapes of one image and of a batch, and factors inside and outside their bounds."""
    differential(name, draws(name))


def test_max_num_bounding_boxes_on_a_dict() -> None:
    """The second axis of boxes and labels becomes the limit."""
    differential("MaxNumBoundingBoxes", dict_draws(), refused=30)


@pytest.mark.parametrize("name", ["RandomFlip", "RandomRotation", "MixUp"])
def test_a_dict_keeps_its_structure(name: str) -> None:
    """Images, boxes and labels come back as they are."""
    keywords = {"factor": 0.1} if name == "RandomRotation" else {}

    assert compare(name, Draw(keywords, inputs=boxes)) == "accepted"
