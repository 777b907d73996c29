"""Two classes of photos with softmax; the data set gives integer labels."""

import keras
from keras import layers

IMAGE_SIZE = (32, 32)


def load(folder, batch_size=4):
    return keras.utils.image_dataset_from_directory(
        folder,
        label_mode="categorical",
        image_size=IMAGE_SIZE,
        batch_size=batch_size,
    )


def build(shape, n_classes=2):
    inputs = keras.Input(shape)
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(4, 3, strides=2, activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(n_classes, activation="softmax")(x))


train_ds = load("photos")
model = build(IMAGE_SIZE + (3,))
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_ds, epochs=1, verbose=0)
