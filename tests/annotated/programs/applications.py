"""Pretrained backbones without their weights, cut off and extended."""
import keras
from keras import applications, layers
from keras.applications import MobileNetV2
from keras.applications.vgg16 import VGG16

base = VGG16(weights=None, include_top=False, input_shape=(64, 64, 3))  # output: (None, 2, 2, 512)  # total: 14714688
base.trainable = False
x = layers.Flatten()(base.output)  # shape: (None, 2048)
x = layers.Dense(16)(x)  # shape: (None, 16)  # params: 32784
model = keras.Model(inputs=base.input, outputs=x)  # output: (None, 16)  # total: 14747472

mobile = MobileNetV2(input_shape=(96, 96, 3), weights=None, include_top=False, pooling="avg", alpha=0.35)  # output: (None, 1280)
image = keras.Input((96, 96, 3))
features = mobile(applications.mobilenet_v2.preprocess_input(image), training=False)
head = layers.Dense(5)(features)  # shape: (None, 5)  # params: 6405
stacked = keras.Sequential([mobile, layers.Dropout(0.1), layers.Dense(3)])  # shape: (None, 1280) | (None, 3)  # params: 0 | 3843
middle = base.get_layer("block3_pool").output
small = layers.GlobalAveragePooling2D()(middle)  # shape: (None, 256)
