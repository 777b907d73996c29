"""``logits-against-loss``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

USERS_OWN = {
    "without_an_activation": """
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.hidden = layers.Dense(8, activation="relu")
                self.out = layers.Dense(10)  # [logits-against-loss]

            def call(self, inputs):
                return self.out(self.hidden(inputs))

        model = Net()
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
    "probabilities_in_inference_alone": """
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.out = layers.Dense(10)
                self.softmax = layers.Softmax()

            def call(self, inputs, training=False):
                scores = self.out(inputs)
                return scores if training else self.softmax(scores)

        model = Net()
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile("adam", loss=loss)
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
    "its_own_step": """
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.out = layers.Dense(10)

            def call(self, inputs):
                return self.out(inputs)

            def compute_loss(self, x=None, y=None, y_pred=None, **options):
                return super().compute_loss(x, y, keras.ops.softmax(y_pred), **options)

        model = Net()
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
}

SILENT = {
    "told_by_from_logits": """
        loss = keras.losses.BinaryCrossentropy(from_logits=True)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss=loss)
        """,
    "an_activation_layer_of_its_own": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(9), layers.Activation("softmax")])
        model.compile("adam", loss="categorical_crossentropy")
        """,
    "a_softmax_layer": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(10), layers.Softmax()])
        model.compile("adam", loss="categorical_crossentropy")
        """,
    "an_operation_after_the_last_layer": """
        inputs = keras.Input((8,))
        outputs = keras.ops.softmax(layers.Dense(10)(inputs))
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss="sparse_categorical_crossentropy")
        """,
    "a_function_of_the_users_own": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(10, activation=lambda t: t / 2)])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        """,
    "regression": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(10)])
        model.compile("adam", loss="mse")
        """,
    "from_logits_that_is_not_known": """
        loss = keras.losses.BinaryCrossentropy(from_logits=bool(input()))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss=loss)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(10),  # [logits-against-loss]
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
    )
    assert found[0].message == (
        "`sparse_categorical_crossentropy` expects probabilities, this `Dense` has no activation"
    )
    assert [label.text for label in found[0].labels] == [
        "has no activation: any numbers, (None, 10)",
        "expects probabilities",
    ]
    assert list(found[0].helps) == [
        (
            'give this layer activation="softmax", or tell the loss: '
            "SparseCategoricalCrossentropy(from_logits=True)"
        ),
    ]


@pytest.mark.parametrize("source", USERS_OWN.values(), ids=USERS_OWN.keys())
def test_models_of_the_users_own(source: str) -> None:
    check(source, rules=["logits-against-loss"])


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)


def test_the_place_where_the_loss_is_made() -> None:
    check("""
        loss = keras.losses.BinaryCrossentropy(from_logits=True)  # [logits-against-loss]
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
        model.compile("adam", loss=loss)
        """)
