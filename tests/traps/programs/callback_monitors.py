"""Monitors of all kinds, each with the metric it needs: a name of its own, validation_split, val_ prefixes."""
import numpy as np
import keras
from keras import layers
from keras.callbacks import EarlyStopping, ModelCheckpoint, ReduceLROnPlateau

model = keras.Sequential([keras.Input((6,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
    metrics=["acc", keras.metrics.AUC(name="auroc"), keras.metrics.Precision()],
)
callbacks = [
    EarlyStopping(monitor="val_auroc", mode="max", patience=3, restore_best_weights=True),
    ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=2),
    ModelCheckpoint("best.keras", monitor="val_acc", save_best_only=True, mode="max"),
    ModelCheckpoint("precise.keras", monitor="val_precision", mode="max", save_best_only=True),
]
x, y = np.random.rand(50, 6), np.random.randint(0, 2, 50)
model.fit(x, y, validation_split=0.2, epochs=1, callbacks=callbacks, verbose=0)
