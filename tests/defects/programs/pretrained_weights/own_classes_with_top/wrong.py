"""Five kinds of flowers from a backbone that keeps its own top.

Raises.
"""

import keras

CLASS_NAMES = ["daisy", "dandelion", "roses", "sunflowers", "tulips"]
IMAGE_SHAPE = (224, 224, 3)


def create_model(class_names, shape=IMAGE_SHAPE):
    inputs = keras.Input(shape)
    base = keras.applications.MobileNetV2(  # [backbone-input]
        input_shape=shape, weights="imagenet", classes=len(class_names)
    )
    return keras.Model(inputs, base(inputs))


model = create_model(CLASS_NAMES)
model.compile("adam", "sparse_categorical_crossentropy")
model.summary()
