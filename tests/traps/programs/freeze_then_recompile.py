"""trainable changes between two fits, and each time compile is called again before the next fit."""
import numpy as np
import keras
from keras import layers

base = keras.Sequential(
    [keras.Input((12, 12, 3)), layers.Conv2D(4, 3, activation="relu"), layers.GlobalAveragePooling2D()],
    name="base",
)
base.trainable = False
model = keras.Sequential([base, layers.Dense(3, activation="softmax")])

x, y = np.random.rand(12, 12, 12, 3), np.arange(12) % 3


def compile_with(rate):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )


compile_with(1e-3)
history = model.fit(x, y, epochs=1)

base.trainable = True
for layer in base.layers[:-1]:
    layer.trainable = False
compile_with(1e-5)
history_fine = model.fit(x, y, epochs=2, initial_epoch=history.epoch[-1] + 1)
