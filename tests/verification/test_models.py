"""Models built by real Keras from their descriptions, and what the comparison says."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from keras_lint.shapes import Shape, TensorSpec
from keras_lint.verification import Session, verify
from keras_lint.verification.verdicts import Status
from tests.verification.programs import (
    FLAGSHIP,
    only_model,
    report_of,
    statuses,
    verdict_on,
)


# Keras: 48 + 0 + 0 + 196 = 244 parameters; with the model's own Flatten in front 112 + 0 + 68.
def test_the_flagship_and_its_repaired_form_are_confirmed(session: Session) -> None:
    verification = verdict_on(FLAGSHIP, session)
    model = only_model(verification)
    assert model.status is Status.CONFIRMED
    assert model.params == 244
    assert [layer.keras for layer in model.layers] == [
        "(None, 3, 16)",
        "(None, 3, 16)",
        "(None, 48)",
        "(None, 4)",
    ]
    (remedy,) = verification.remedies
    assert remedy.refused == remedy.skipped == ""
    assert remedy.shapes == ("(None, 6)", "(None, 16)", "(None, 16)", "(None, 4)")
    assert remedy.params == 180
    (finding,) = verification.diagnostics
    assert finding.rule == "dense-on-multidim-input"
    assert any(f"(reproduced with {model.keras.split(' (')[0]})" in n for n in finding.notes)
    assert any("180 parameters" in note for note in finding.notes)


def test_a_functional_model_with_merges_in_order_is_confirmed(session: Session) -> None:
    model = only_model(
        verdict_on(
            """
            a = keras.Input((8,))
            b = keras.Input((4, 4))
            left = layers.Dense(16)(a)
            right = layers.Flatten()(b)
            both = layers.Concatenate()([left, right])
            again = both + layers.Dense(32)(both) * 2
            steps = layers.LSTM(5, return_state=True)(b)
            joined = keras.ops.concatenate([again, steps[1]], axis=-1)
            model = keras.Model([a, b], [layers.Dense(3)(joined), steps[0]])
            """,
            session,
        )
    )
    assert model.status is Status.CONFIRMED
    assert set(statuses(model)) == {Status.CONFIRMED}
    assert model.params == 144 + 1056 + 200 + 114


def test_shared_layers_and_models_inside_models_are_built_once(session: Session) -> None:
    verification = verdict_on(
        """
        tower = keras.Sequential([keras.Input((6,)), layers.Dense(5), layers.Dense(4)])
        shared = layers.Dense(6)
        one, two = keras.Input((3,)), keras.Input((3,))
        merged = layers.Subtract()([tower(shared(one)), tower(shared(two))])
        model = keras.Model([one, two], layers.TimeDistributed(layers.Dense(2))(
            layers.RepeatVector(7)(merged)))
        """,
        session,
    )
    assert [model.status for model in verification.models] == [Status.CONFIRMED] * 2
    assert verification.models[1].params == (6 * 3 + 6) + (6 * 5 + 5 + 5 * 4 + 4) + (4 * 2 + 2)


def test_a_pretrained_model_is_built_without_its_weights(session: Session) -> None:
    verification = verdict_on(
        """
        base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3))
        image = keras.Input((96, 96, 3))
        pooled = layers.GlobalAveragePooling2D()(base(image))
        model = keras.Model(image, layers.Dense(2)(pooled))
        """,
        session,
    )
    assert [model.status for model in verification.models] == [Status.CONFIRMED] * 2


# One of the two is wrong; the reader gets both answers at the layer.
def test_a_planted_disagreement_is_a_finding_at_its_layer(session: Session) -> None:
    report = report_of(
        "keras.Sequential([keras.Input((8,)),\n layers.Dense(5),\n layers.Dense(4)])"
    )
    calls = list(report.model.layer_calls)
    calls[1] = replace(calls[1], output=TensorSpec(Shape.of(None, 9), "float32"))
    planted = replace(report, model=replace(report.model, layer_calls=tuple(calls)))
    verification = verify(planted, session)
    assert verification.disagrees
    assert statuses(only_model(verification)) == [Status.CONFIRMED, Status.DISAGREEMENT]
    (finding,) = verification.diagnostics
    assert finding.rule == "keras-disagrees"
    assert finding.span == calls[1].span
    assert finding.message == "Keras gives (None, 4) here, the analysis (None, 9)"


def test_a_wrong_parameter_count_is_a_disagreement(session: Session) -> None:
    report = report_of("keras.Sequential([keras.Input((8,)), layers.Dense(5)])")
    (call,) = report.model.layer_calls
    planted = replace(report, model=replace(report.model, layer_calls=(replace(call, params=44),)))
    (finding,) = verify(planted, session).diagnostics
    assert "(None, 5) with 45 parameters" in finding.message
    assert "(None, 5) with 44 parameters" in finding.message


def test_an_error_that_keras_does_not_raise_is_withdrawn(session: Session) -> None:
    good = report_of("keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3)])")
    bad = report_of("keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 9)])")
    (finding,) = bad.diagnostics
    (call,), (refused,) = good.model.layer_calls, bad.model.layer_calls
    planted = replace(
        good,
        diagnostics=(finding,),
        model=replace(
            good.model, layer_calls=(replace(call, output=None, refusal=refused.refusal),)
        ),
    )
    verification = verify(planted, session)
    assert verification.dropped == (finding,)
    assert [one.rule for one in verification.diagnostics] == ["keras-disagrees"]


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (
            "keras.Sequential([keras.Input((6, 6, 4)), layers.Conv2D(4, 9)])",
            "Computed output size would be zero or negative",
        ),
        ("keras.Sequential([keras.Input((6,)), layers.Dense(-3)])", "units=-3"),
        ("x = layers.Conv2D(4, 3)(keras.Input((4, 4)))", "expected min_ndim=4, found ndim=3"),
        (
            "a, b = keras.Input((4,)), keras.Input((5,))\n"
            "x = layers.Add()([layers.Dense(3)(a), layers.Dense(2)(b)])",
            "incompatible shapes",
        ),
    ],
)
def test_refusals_are_reproduced_in_the_words_of_keras(
    program: str, words: str, session: Session
) -> None:
    verification = verdict_on(program, session)
    assert not verification.disagrees
    (finding,) = verification.diagnostics
    (note,) = [note for note in finding.notes if "(reproduced with keras 3" in note]
    assert note.startswith("ValueError: ")
    assert words in note


# FACTS: 51 G parameters in 0.02 s, as nothing is allocated.
def test_a_model_of_50_gb_costs_nothing(session: Session) -> None:
    verdict_on("keras.Sequential([keras.Input((2,)), layers.Dense(2)])", session)
    report = report_of(
        "keras.Sequential([keras.Input((100_000,)), layers.Dense(100_000), layers.Dense(25_000)])"
    )
    started = time.monotonic()
    model = only_model(verify(report, session))
    assert time.monotonic() - started < 5
    assert model.status is Status.CONFIRMED
    assert model.params == 12_500_125_000


def test_tf_keras_is_asked_where_the_file_imports_it(session: Session) -> None:
    text = FLAGSHIP.replace("from keras.", "from tf_keras.")
    model = only_model(verdict_on(text, session, version="auto"))
    assert model.status is Status.CONFIRMED
    assert model.keras.startswith("tf_keras 2.")
    assert model.params == 244


def test_tf_keras_does_not_allocate_what_cannot_be_held(session: Session) -> None:
    program = """
    from tf_keras import layers, Input, Sequential
    Sequential([Input((100_000,)), layers.Dense(100_000)])
    """
    model = only_model(verdict_on(program, session, version="auto"))
    assert model.status is Status.NOT_VERIFIED
    assert "MB" in model.reason


def test_a_file_that_means_another_keras_is_not_verified(session: Session) -> None:
    program = "keras.Sequential([keras.Input((2,)), layers.Dense(2)])"
    model = only_model(verdict_on(program, session, version="2"))
    assert model.status is Status.NOT_VERIFIED
    assert "read as Keras 2" in model.reason


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (
            "class Mine(layers.Layer):\n    def call(self, x):\n        return x\n"
            "keras.Sequential([keras.Input((3,)), Mine()])",
            "class of the user's own",
        ),
        (
            "keras.Sequential([keras.Input((3,)), layers.Lambda(lambda x: mine(x))])",
            "a `Lambda` computes with `mine(x)`",
        ),
        (
            "def mine(x):\n    return x\n"
            "keras.Sequential([keras.Input((3,)), layers.Lambda(mine)])",
            "`Lambda` holds a function of the user's own",
        ),
        ("keras.Sequential([keras.Input((3,)), layers.Dense(units())])", "`units`"),
        (
            "a = keras.Input((4, 3))\nkeras.Model(a, layers.Dense(2)(np.flip(a, 1)))",
            "operation `numpy.flip` between layers",
        ),
        (
            "class Mine(keras.Model):\n    def __init__(self):\n        super().__init__()\n"
            "        self.d = layers.Dense(2)\n    def call(self, x):\n        return self.d(x)\n"
            "m = Mine()\nm(np.zeros((2, 3)))",
            "subclassed",
        ),
        (
            "m = keras.Sequential([keras.Input((3,))])\nif flag():\n    m.add(layers.Dense(2))\n"
            "m.add(layers.Dense(1))",
            "not all known",
        ),
    ],
    ids=[
        "custom layer",
        "lambda",
        "own lambda",
        "unknown units",
        "operation",
        "subclassed",
        "optional",
    ],
)
def test_what_cannot_be_rebuilt_says_why_and_is_never_confirmed(
    program: str, reason: str, session: Session
) -> None:
    verification = verdict_on(program, session)
    model = only_model(verification)
    assert model.status is Status.NOT_VERIFIED
    assert reason in model.reason
    assert not verification.complete
    assert model.layers == ()


def test_arguments_that_change_no_shape_are_left_out_and_listed(session: Session) -> None:
    model = only_model(
        verdict_on(
            "keras.Sequential([keras.Input((3,)),"
            " layers.Dense(2, activation=mine, kernel_initializer=other()),"
            " layers.Activation(mine)])",
            session,
        )
    )
    assert model.status is Status.CONFIRMED
    assert model.omitted == ("activation", "kernel_initializer")


def test_a_model_without_an_input_shape_is_not_confirmed(session: Session) -> None:
    model = only_model(verdict_on("m = keras.Sequential([layers.Dense(2)])", session))
    assert model.status is Status.NOT_VERIFIED
    assert "no input shape" in model.reason


# Keras: a stateful layer makes variables while it is called, which its stateless scope refuses.
def test_a_stateful_layer_is_built_with_its_weights(session: Session) -> None:
    model = only_model(
        verdict_on(
            "keras.Sequential([keras.Input((5, 2), batch_size=4), layers.LSTM(8, stateful=True)])",
            session,
        )
    )
    assert model.layers[0].keras == "(4, 8)"
    assert model.status is Status.CONFIRMED


def test_a_layer_that_was_built_with_another_size_is_refused_by_keras_too(
    session: Session,
) -> None:
    verification = verdict_on(
        """
        shared = layers.Dense(4)
        one = shared(keras.Input((8,)))
        two = shared(keras.Input((9,)))
        """,
        session,
    )
    assert not verification.disagrees
    (finding,) = verification.diagnostics
    assert any("expected axis -1 of input shape to have value 8" in n for n in finding.notes)


def test_a_merge_without_a_list_is_refused_by_keras_too(session: Session) -> None:
    verification = verdict_on(
        "a, b = keras.Input((4,)), keras.Input((4,))\nx = layers.Add()(a, b)", session
    )
    (part,) = verification.parts
    assert part.status is Status.CONFIRMED
    assert part.raised != ""


# The worker's own configuration says channels_last.
def test_the_data_format_that_the_program_sets_is_meant(session: Session) -> None:
    model = only_model(
        verdict_on(
            """
            import keras
            from keras import layers
            keras.config.set_image_data_format("channels_first")
            keras.Sequential([keras.Input((3, 24, 24)), layers.Conv2D(4, 5),
                              layers.TimeDistributed(layers.AveragePooling1D(2)),
                              layers.MaxPooling2D(data_format="channels_last")])
            """,
            session,
        )
    )
    assert model.status is Status.CONFIRMED
    assert model.layers[0].keras == "(None, 4, 20, 20)"
