"""fit without a compile in sight: it is done in a helper, by a loader, by clone and in a constructor."""
import numpy as np
import keras
from keras import layers
from keras.models import clone_model, load_model


def prepare(model, **options):
    settings = dict(optimizer="adam", loss="mse")
    settings.update(options)
    getattr(model, "compile")(**settings)


class Ready(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.d1, self.d2 = layers.Dense(units, activation="relu"), layers.Dense(1)
        self.compile(optimizer="sgd", loss="mae")

    def call(self, x):
        return self.d2(self.d1(x))


x, y = np.random.rand(8, 3), np.random.rand(8)
base = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
prepare(base, loss="huber")
base.fit(x, y, verbose=0)
base.save("base.keras")
load_model("base.keras").fit(x, y, verbose=0)
copy = clone_model(base)
copy.set_weights(base.get_weights())
prepare(copy)
copy.fit(x, y, verbose=0)
Ready(4).fit(x, y, verbose=0)
models = {name: clone_model(base) for name in ("a", "b")}
for name, model in models.items():
    prepare(model)
for name in models:
    models[name].fit(x, y, verbose=0)
