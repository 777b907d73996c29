"""Trains the model that the settings name."""
import keras
import numpy as np

from .models import BUILDERS


class Trainer:
    def __init__(self, settings, shape, classes):
        options = dict(settings["model"])
        self.model = BUILDERS[options.pop("name")](shape, classes, **options)
        self.options = settings["train"]
        self.model.compile(
            optimizer=keras.optimizers.Adam(self.options["lr"]),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
        )

    def fit(self, data):
        return self.model.fit(
            data.x_train, data.y_train, validation_data=(data.x_val, data.y_val), verbose=0,
            epochs=self.options["epochs"], batch_size=self.options["batch_size"],
            callbacks=[keras.callbacks.EarlyStopping(monitor="val_accuracy", mode="max", patience=2)],
        )

    def predict(self, image):
        return int(np.argmax(self.model.predict(image[np.newaxis], verbose=0)))
