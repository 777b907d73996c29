"""Rates of 1.0 and a scheduler that starts at 0: Adadelta and SGD with warm-up are run like that."""
import numpy as np
import keras
from keras import layers, ops


class WarmUp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warmup_steps):
        self.peak, self.warmup_steps = peak, warmup_steps

    def __call__(self, step):
        return self.peak * ops.minimum(1.0, (ops.cast(step, "float32") + 1) / self.warmup_steps)


def net():
    return keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])


x, y = np.random.rand(32, 4), np.random.rand(32)
for optimizer in (
    keras.optimizers.Adadelta(learning_rate=1.0, rho=0.95),
    keras.optimizers.SGD(learning_rate=WarmUp(0.1, 100), momentum=0.9, nesterov=True),
    keras.optimizers.SGD(1.0),
    keras.optimizers.Ftrl(0.5),
):
    model = net()
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(x, y, epochs=1, verbose=0)

model = net()
model.compile(keras.optimizers.SGD(learning_rate=0.0), "mse")
schedule = keras.callbacks.LearningRateScheduler(lambda epoch: 1e-3 * (epoch + 1))
model.fit(x, y, epochs=2, callbacks=[schedule], verbose=0)
