"""``removed-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics import Applicability
from keras_lint.diagnostics.edits import apply
from tests.rules.keras_runs import accepted, assert_runs, refused
from tests.rules.marks import check, diagnose, full_text, program

REFUSED = {
    "lr_of_an_optimizer": """
        optimizer = keras.optimizers.Adam(lr=0.01)  # [removed-argument]
        """,
    "batch_input_shape": """
        model = keras.Sequential([
            layers.SimpleRNN(4, batch_input_shape=(2, 5, 3)),  # [removed-argument]
        ])
        """,
    "the_spelling_of_keras_1": """
        inputs = keras.Input((8, 8, 3))
        x = layers.Conv2D(4, 3, border_mode="same", subsample=(2, 2))(inputs)  # [removed-argument]
        """,
    "through_a_helper": """
        def first(units):
            return layers.Dense(units, weights=None, input_dim=4)  # [removed-argument]

        model = keras.Sequential([first(3)])
        """,
}

ACCEPTED = {
    "decay_of_an_optimizer_is_ignored": """
        optimizer = keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True, decay=1e-6)
        """,
    "input_shape_and_input_dim_are_taken": """
        model = keras.Sequential([layers.Dense(4, input_dim=3), layers.Dense(2)])
        other = keras.Sequential([layers.Flatten(input_shape=(3, 2))])
        """,
    "input_length_of_an_embedding_is_ignored": """
        layer = layers.Embedding(100, 8, input_length=10)
        """,
    "for_another_version": """
        MAJOR = int(keras.__version__.split(".")[0])
        if MAJOR < 3:
            layer = layers.Dense(4, batch_input_shape=(None, 2))
        rate = {"lr": 0.1} if keras.__version__ < "2.4" else {"learning_rate": 0.1}
        layer = layers.Dense(4, weights=[]) if tf.__version__[0] == "1" else layers.Dense(4)
        """,
    "for_the_versions_that_do_not_return": """
        def first(units):
            if hasattr(layers, "MelSpectrogram"):
                return layers.Dense(units)
            return layers.Dense(units, batch_input_shape=(None, 2))

        layer = first(4)
        """,
    "guarded": """
        try:
            layer = layers.Dense(4, weights=None)
        except ValueError:
            layer = layers.Dense(4)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["batch_input_shape"], "removed-argument") == TEXT


FORMER = {
    'layers.Conv2D(4, 3, 3, border_mode="same")': 'layers.Conv2D(4, (3, 3), padding="same")',
    "layers.Convolution2D(4, 3, 5, subsample=(2, 2))": (
        "layers.Convolution2D(4, (3, 5), strides=(2, 2))"
    ),
    'layers.Conv2D(4, (3, 3), (2, 2), border_mode="same")': (
        'layers.Conv2D(4, (3, 3), (2, 2), padding="same")'
    ),
    'layers.Conv2D(4, nb_row=3, nb_col=5, init="uniform", bias=False)': (
        'layers.Conv2D(4, kernel_size=(3, 5), kernel_initializer="uniform", use_bias=False)'
    ),
    'layers.Conv2D(nb_filter=4, nb_row=3, nb_col=3, dim_ordering="tf")': (
        'layers.Conv2D(filters=4, kernel_size=(3, 3), data_format="channels_last")'
    ),
    "layers.Convolution3D(4, 1, 2, 3, bias=False)": (
        "layers.Convolution3D(4, (1, 2, 3), use_bias=False)"
    ),
    "layers.Conv3D(4, kernel_dim1=1, kernel_dim2=2, kernel_dim3=3)": (
        "layers.Conv3D(4, kernel_size=(1, 2, 3))"
    ),
    'layers.ConvLSTM2D(nb_filter=4, nb_row=3, nb_col=3, border_mode="same")': (
        'layers.ConvLSTM2D(filters=4, kernel_size=(3, 3), padding="same")'
    ),
    "layers.Conv1D(nb_filter=4, filter_length=3, subsample_length=2)": (
        "layers.Conv1D(filters=4, kernel_size=3, strides=2)"
    ),
    "layers.SeparableConv2D(4, 3, 3, depth_multiplier=2, subsample=(1, 1))": (
        "layers.SeparableConv2D(4, (3, 3), depth_multiplier=2, strides=(1, 1))"
    ),
    'layers.MaxPooling2D((2, 2), border_mode="same", dim_ordering="th")': (
        'layers.MaxPooling2D((2, 2), padding="same", data_format="channels_first")'
    ),
    "layers.MaxPooling1D(pool_length=2, stride=1)": "layers.MaxPooling1D(pool_size=2, strides=1)",
    'layers.ZeroPadding2D((1, 1), dim_ordering="default")': "layers.ZeroPadding2D((1, 1))",
    "layers.UpSampling1D(length=2)": "layers.UpSampling1D(size=2)",
    "layers.Dense(output_dim=4, W_regularizer=None, b_constraint=None)": (
        "layers.Dense(units=4, kernel_regularizer=None, bias_constraint=None)"
    ),
    'layers.LSTM(4, inner_init="orthogonal", inner_activation="tanh", forget_bias_init="one")': (
        'layers.LSTM(4, recurrent_initializer="orthogonal", recurrent_activation="tanh", '
        "unit_forget_bias=True)"
    ),
    'layers.GRU(4, dropout_W=0.1, dropout_U=0.2, consume_less="gpu")': (
        "layers.GRU(4, dropout=0.1, recurrent_dropout=0.2)"
    ),
    'layers.BatchNormalization(mode=0, gamma_init="one")': (
        'layers.BatchNormalization(gamma_initializer="one")'
    ),
    'layers.Embedding(9, 4, init="normal", dropout=0.0)': (
        'layers.Embedding(9, 4, embeddings_initializer="normal")'
    ),
    'layers.PReLU(init="zero")': 'layers.PReLU(alpha_initializer="zero")',
    "layers.Dropout(p=0.2)": "layers.Dropout(rate=0.2)",
    "layers.GaussianNoise(sigma=0.2)": "layers.GaussianNoise(stddev=0.2)",
    "keras.optimizers.SGD(lr=0.1, momentum=0.9)": (
        "keras.optimizers.SGD(learning_rate=0.1, momentum=0.9)"
    ),
}

WITHOUT_SUCCESSOR = [
    "layers.BatchNormalization(mode=2)",
    "layers.Embedding(9, 4, dropout=0.2)",
    'layers.Conv2D(4, 3, border_mode="full")',
    'layers.Conv2D(4, 3, padding="same", border_mode="valid")',
    "layers.Conv2D(4, 3, (2, 2), subsample=(1, 1))",
    "layers.Conv2D(4, (3, 3), dim_ordering=order)",
    "layers.Conv2D(4, 3, nb_row=3, nb_col=3)",
    "keras.optimizers.SGD(0.1, lr=0.1)",
    "keras.optimizers.Adam(lr=1)",
]


@pytest.mark.parametrize(("old", "new"), FORMER.items(), ids=FORMER)
def test_a_safe_fix_is_a_call_that_keras_takes(old: str, new: str) -> None:
    source = f"one = {old}  # [removed-argument]"
    fix = refused(source)[0].fixes[0]
    assert fix.applicability is Applicability.SAFE
    repaired = apply(program(source), [fix]).text
    assert f"one = {new}  #" in repaired
    assert_runs(repaired)
    assert not diagnose(repaired.replace("  # [removed-argument]", ""))


@pytest.mark.parametrize("code", WITHOUT_SUCCESSOR)
def test_no_fix_where_keras_has_no_successor(code: str) -> None:
    found = check(f"order = load()\none = {code}  # [removed-argument]")
    assert found[0].fixes == ()


def test_a_decay_that_keras_3_ignores_makes_the_fix_unsafe() -> None:
    source = "one = keras.optimizers.SGD(lr=0.1, decay=1e-6)  # [removed-argument]"
    assert refused(source)[0].fixes[0].applicability is Applicability.UNSAFE


def test_numbers_that_were_one_kernel() -> None:
    found = refused(
        """
        inputs = keras.Input((9, 9, 3))
        x = layers.Conv2D(4, 3, 3, border_mode="same")(inputs)  # [removed-argument]
        """
    )
    assert found[0].notes == (
        "Keras raises in the constructor",
        "3, 3 were the kernel in Keras 1; Keras 3 reads the number behind it as strides",
    )


TEXT = """\
error[removed-argument]: `batch_input_shape=` of `SimpleRNN` is gone in Keras 3
 --> example.py:6:5
  |
6 |     layers.SimpleRNN(4, batch_input_shape=(2, 5, 3)),  # [removed-argument]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: put `keras.Input(batch_shape=(2, 5, 3))` in front
  |
6 ~     keras.Input(batch_shape=(2, 5, 3)),
7 ~     layers.SimpleRNN(4),  # [removed-argument]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix`
"""
