"""ImageDataGenerator with class_mode input, None and sparse: an autoencoder, predictions and integer labels."""
from pathlib import Path

import numpy as np
from PIL import Image
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

for part in ("train", "val"):
    for kind in ("good", "bad"):
        Path(part, kind).mkdir(parents=True)
        for i in range(3):
            Image.fromarray(np.random.randint(0, 255, (18, 18, 3), "uint8")).save(f"{part}/{kind}/{i}.png")

gen = ImageDataGenerator(rescale=1.0 / 255, horizontal_flip=True)
options = dict(target_size=(16, 16), batch_size=3)
train = gen.flow_from_directory("train", class_mode="input", **options)
auto = models.Sequential([layers.Input((16, 16, 3)), layers.Conv2D(4, 3, padding="same", activation="relu"), layers.Conv2D(3, 3, padding="same", activation="sigmoid")])
auto.compile("adam", "binary_crossentropy")
auto.fit(train, steps_per_epoch=2, verbose=0)
auto.predict(gen.flow_from_directory("val", class_mode=None, shuffle=False, **options), verbose=0)

sparse = models.Sequential([layers.Input((16, 16, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
sparse.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
sparse.fit(gen.flow_from_directory("train", class_mode="sparse", **options), validation_data=gen.flow_from_directory("val", class_mode="sparse", **options), verbose=0)
binary = models.Sequential([layers.Input((16, 16, 1)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
binary.compile("adam", "binary_crossentropy")
binary.fit(gen.flow_from_directory("train", class_mode="binary", color_mode="grayscale", **options), verbose=0)
