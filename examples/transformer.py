# keras_lint reports nothing here: attention uses the 64 steps that each Dense keeps, and
# pooling removes them before the head. The model has 694,210 parameters.
import keras
from keras import layers

VOCABULARY = 10_000
STEPS = 64
WIDTH = 64


class TokenAndPosition(layers.Layer):
    """Embeds token ids and adds an embedding of their position."""

    def __init__(self, steps, vocabulary, width, **kwargs):
        super().__init__(**kwargs)
        self.tokens = layers.Embedding(vocabulary, width)
        self.positions = layers.Embedding(steps, width)

    def call(self, ids):
        places = keras.ops.arange(keras.ops.shape(ids)[-1])
        return self.tokens(ids) + self.positions(places)


def encoder_block(x, heads=2, width=WIDTH, rate=0.1):
    attended = layers.MultiHeadAttention(num_heads=heads, key_dim=width // heads)(x, x)
    x = layers.LayerNormalization(epsilon=1e-6)(x + layers.Dropout(rate)(attended))
    hidden = layers.Dense(4 * width, activation="gelu")(x)
    hidden = layers.Dense(width)(hidden)
    return layers.LayerNormalization(epsilon=1e-6)(x + layers.Dropout(rate)(hidden))


ids = keras.Input(shape=(STEPS,), dtype="int32")
x = TokenAndPosition(STEPS, VOCABULARY, WIDTH)(ids)
x = encoder_block(x)
x = layers.GlobalAveragePooling1D()(x)
x = layers.Dropout(0.1)(x)
outputs = layers.Dense(2, activation="softmax")(x)

model = keras.Model(ids, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
