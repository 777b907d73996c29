"""An inception module: four convolutions side by side, stacked along the channels."""
import keras
from keras import layers


class InceptionBuilder:
    def __init__(self, filters=(4, 6, 2, 2)):
        self.filters = filters

    def module(self, x):
        f1, f3, f5, pool = self.filters
        branch1 = layers.Conv2D(f1, 1, padding="same", activation="relu")(x)
        branch3 = layers.Conv2D(f3, 3, padding="same", activation="relu")(x)
        branch5 = layers.Conv2D(f5, 5, padding="same", activation="relu")(x)
        pooled = layers.MaxPooling2D(3, strides=1, padding="same")(x)
        pooled = layers.Conv2D(pool, 1, padding="same", activation="relu")(pooled)
        return layers.Concatenate(axis=-1)([branch1, branch3, branch5, pooled])

    def build(self, shape, classes):
        inputs = keras.Input(shape)
        x = self.module(inputs)
        x = self.module(x)
        x = layers.GlobalAveragePooling2D()(x)
        return keras.Model(inputs, layers.Dense(classes, activation="softmax")(x))


model = InceptionBuilder().build((24, 24, 3), classes=5)
model.summary()
