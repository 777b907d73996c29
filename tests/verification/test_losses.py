"""One batch of zeros through the compiled loss."""

from __future__ import annotations

from keras_lint.verification import Session
from tests.verification.programs import only_model, verdict_on


# Keras builds this model and stops in fit.
def test_a_loss_that_raises_in_fit_is_reproduced(session: Session) -> None:
    verification = verdict_on(
        """
        model = keras.Sequential([keras.Input((28, 28)), layers.Dense(128, activation="relu"),
                                  layers.Dense(10, activation="softmax")])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((100, 28, 28)), np.random.randint(0, 10, size=(100,)))
        """,
        session,
    )
    (loss,) = only_model(verification).losses
    assert loss.batch == 32
    assert "Argument `output` must have rank" in loss.raised
    (finding,) = [one for one in verification.diagnostics if one.code.startswith("E")]
    assert any("(reproduced with keras 3" in note for note in finding.notes)


# Keras pairs every prediction with every target of the batch and says nothing.
def test_a_loss_that_broadcasts_is_reproduced(session: Session) -> None:
    verification = verdict_on(
        """
        model = keras.Sequential([keras.Input((20, 1)), layers.LSTM(32, return_sequences=True),
                                  layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((992, 20, 1)), np.zeros((992,)), batch_size=16)
        """,
        session,
    )
    (loss,) = only_model(verification).losses
    assert loss.raised == ""
    assert loss.broadcast == (16, 20, 16)
    notes = [note for one in verification.diagnostics for note in one.notes]
    assert any("(16, 20, 16)" in note and "(reproduced with keras 3" in note for note in notes)


def test_a_loss_that_fits_is_silent(session: Session) -> None:
    verification = verdict_on(
        """
        model = keras.Sequential([keras.Input((20,)), layers.Dense(3)])
        model.compile("adam", loss=keras.losses.Huber(delta=2.0))
        model.fit(np.zeros((50, 20)), np.zeros((50, 3)))
        """,
        session,
    )
    (loss,) = only_model(verification).losses
    assert (loss.raised, loss.broadcast, loss.skipped) == ("", None, "")


def test_losses_of_several_outputs_meet_their_own_targets(session: Session) -> None:
    verification = verdict_on(
        """
        a = keras.Input((4,))
        model = keras.Model(a, [layers.Dense(3)(a), layers.Dense(5, activation="softmax")(a)])
        model.compile("adam", loss=["mse", "categorical_crossentropy"])
        model.fit(np.zeros((8, 4)), [np.zeros((8, 3)), np.zeros((8, 7))])
        """,
        session,
    )
    (loss,) = only_model(verification).losses
    assert "(8, 7)" in loss.raised


def test_a_loss_of_the_users_own_is_not_tried(session: Session) -> None:
    verification = verdict_on(
        """
        def mine(y, p):
            return 0
        model = keras.Sequential([keras.Input((20,)), layers.Dense(3)])
        model.compile("adam", loss=mine)
        model.fit(np.zeros((50, 20)), np.zeros((50, 3)))
        """,
        session,
    )
    (loss,) = only_model(verification).losses
    assert loss.skipped == "the loss is the user's own"
