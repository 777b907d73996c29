"""Model builders by name."""
import keras
from keras import layers

BUILDERS = {}


def register(name):
    def decorate(f):
        BUILDERS[name] = f
        return f

    return decorate


@register("dense")
def dense(shape, classes, *, units=6, dropout=0.2, **_):
    return keras.Sequential([keras.Input(shape), layers.Flatten(), layers.Dense(units, activation="relu"), layers.Dropout(dropout), layers.Dense(classes)])


@register("conv")
def conv(shape, classes, *, filters=(8,), dropout=0.2, **_):
    inputs = x = keras.Input(shape)
    for n in filters:
        x = layers.Conv2D(n, 3, padding="same", activation="relu")(x)
        x = layers.MaxPooling2D()(x)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(classes)(layers.Dropout(dropout)(x)))
