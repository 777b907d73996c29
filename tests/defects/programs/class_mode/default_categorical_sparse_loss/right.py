"""Pictures by flow_from_directory, whose labels are one-hot unless told."""

from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

img_size = 32
datagen = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25)
train = datagen.flow_from_directory(
    "photos",
    target_size=(img_size, img_size),
    batch_size=4,
    class_mode="sparse",
    subset="training",
)

model = models.Sequential([
    layers.Input((img_size, img_size, 3)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=1, verbose=0)
