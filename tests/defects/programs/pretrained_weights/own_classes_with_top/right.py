"""Five kinds of flowers from a backbone that keeps its own top."""

import keras

CLASS_NAMES = ["daisy", "dandelion", "roses", "sunflowers", "tulips"]
IMAGE_SHAPE = (224, 224, 3)


def create_model(class_names, shape=IMAGE_SHAPE):
    inputs = keras.Input(shape)
    base = keras.applications.MobileNetV2(
        input_shape=shape, weights="imagenet", include_top=False, pooling="avg"
    )
    outputs = keras.layers.Dense(len(class_names), activation="softmax")(base(inputs))
    return keras.Model(inputs, outputs)


model = create_model(CLASS_NAMES)
model.compile("adam", "sparse_categorical_crossentropy")
model.summary()
