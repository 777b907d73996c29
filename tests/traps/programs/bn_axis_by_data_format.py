"""bn_axis is 1 or 3, by keras.config.image_data_format(): for channels last it is 3, the channels."""
import numpy as np
from tensorflow.keras import backend as K
from tensorflow.keras import layers, models

if K.image_data_format() == "channels_first":
    input_shape, bn_axis = (3, 20, 20), 1
else:
    input_shape, bn_axis = (20, 20, 3), 3


def conv2d_bn(x, filters, num_row, num_col, padding="same", strides=(1, 1), name=None):
    bn_name = name + "_bn" if name is not None else None
    axis = 1 if K.image_data_format() == "channels_first" else 3
    x = layers.Conv2D(filters, (num_row, num_col), strides=strides, padding=padding, use_bias=False, name=name)(x)
    x = layers.BatchNormalization(axis=axis, scale=False, name=bn_name)(x)
    return layers.Activation("relu")(x)


img_input = layers.Input(shape=input_shape)
x = conv2d_bn(img_input, 4, 3, 3, strides=(2, 2), padding="valid", name="stem")
a = conv2d_bn(x, 2, 1, 1)
b = conv2d_bn(conv2d_bn(x, 2, 1, 7), 2, 7, 1)
c = conv2d_bn(layers.AveragePooling2D((3, 3), strides=(1, 1), padding="same")(x), 2, 1, 1)
x = layers.concatenate([a, b, c], axis=bn_axis, name="mixed0")
x = layers.BatchNormalization(bn_axis)(x)
x = layers.GlobalAveragePooling2D()(x)
model = models.Model(img_input, layers.Dense(4, activation="softmax")(x))
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(np.random.rand(4, *input_shape), np.arange(4), verbose=0)
