"""The spectrograms and ``Pipeline`` against Keras."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.layers.differential import Draw, Nested, differential

times = st.one_of(st.none(), st.integers(1, 3000), st.sampled_from([16000, 256]))
lengths = st.sampled_from([16, 32, 100, 256, 300, 512])


@st.composite
def mel_draws(draw: st.DrawFn) -> Draw:
    return Draw(
        keywords={
            "fft_length": draw(lengths),
            "sequence_stride": draw(st.sampled_from([1, 64, 160, 512, 0, -3, np.int64(8)])),
            "sequence_length": draw(st.one_of(st.none(), lengths)),
            "num_mel_bins": draw(st.sampled_from([1, 40, 128, -1, np.int64(3)])),
        },
        inputs=draw(
            st.one_of(
                st.tuples(times),
                st.tuples(st.none(), times),
                st.tuples(st.none(), times, st.integers(1, 3)),
                st.just(()),
            )
        ),
    )


@st.composite
def stft_draws(draw: st.DrawFn) -> Draw:
    return Draw(
        keywords={
            "mode": draw(st.sampled_from(["log", "stft", "real", "imag", "psd", "no_such", "log"])),
            # The names of windows are scipy's, which need not be installed.
            "window": None,
            "frame_length": draw(lengths),
            "frame_step": draw(st.sampled_from([None, None, 1, 8, 64, 0, 400])),
            "fft_length": draw(st.one_of(st.none(), st.none(), st.sampled_from([64, 512, 700]))),
            "scaling": draw(st.sampled_from([None, "density", "spectrum", "no_such", "density"])),
            "padding": draw(st.sampled_from(["valid", "same", "valid", "causal"])),
            "expand_dims": draw(st.booleans()),
            "data_format": draw(st.sampled_from([None, "channels_first", "channels_last", "a"])),
        },
        inputs=draw(
            st.one_of(
                st.tuples(st.none(), times, st.sampled_from([1, 2, 3, None])),
                st.tuples(st.none(), times, times),
                st.tuples(st.none(), times),
            )
        ),
        dtype=draw(st.sampled_from(["float32", "float16", "int32"])),
    )


@st.composite
def pipeline_draws(draw: st.DrawFn) -> Draw:
    steps = st.sampled_from(
        [
            Nested("Resizing", {"height": 4, "width": 5}),
            Nested("Rescaling", {"scale": 0.5}),
            Nested("RandomFlip"),
            Nested("CenterCrop", {"height": 2, "width": 2}),
            Nested("Dense", {"units": 6}),
            Nested("BatchNormalization"),
            Nested("Dense", {"units": 0}),
        ]
    )
    layers = draw(st.lists(steps, max_size=3))
    return Draw(
        keywords={"layers": draw(st.sampled_from([layers, layers, layers, tuple(layers), None]))},
        inputs=draw(st.tuples(st.none(), st.just(8), st.just(8), st.sampled_from([1, 3, 3, 3]))),
    )


def test_mel_spectrogram_gives_what_keras_gives() -> None:
    """Bins first, then frames."""
    differential("MelSpectrogram", mel_draws())


def test_stft_spectrogram_gives_what_keras_gives() -> None:
    """Frames and frequencies, joined with the channels or apart."""
    differential("STFTSpectrogram", stft_draws())


def test_pipeline_gives_what_keras_gives() -> None:
    """The output of the last layer and the weights of all."""
    differential("Pipeline", pipeline_draws())
