from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.applications.mobilenet_v2 import preprocess_input


def features(images, size):
    base = MobileNetV2(
        input_shape=(size, size, 3), include_top=False, weights="imagenet", pooling="avg", alpha=0.35
    )
    base.trainable = False
    return base(preprocess_input(images), training=False)
