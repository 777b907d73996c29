"""Convolution, pooling and padding with the arguments that change a shape."""
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((65, 50, 3)),
    layers.Rescaling(1.0 / 255),  # shape: (None, 65, 50, 3)
    layers.ZeroPadding2D(((1, 2), (3, 4))),  # shape: (None, 68, 57, 3)
    layers.Conv2D(8, (5, 3), strides=(2, 1), use_bias=False),  # shape: (None, 32, 55, 8)  # params: 360
    layers.BatchNormalization(),  # shape: (None, 32, 55, 8)  # params: 32
    layers.Conv2D(8, 3, dilation_rate=2, groups=4),  # shape: (None, 28, 51, 8)  # params: 152
    layers.DepthwiseConv2D(3, padding="same", depth_multiplier=2),  # shape: (None, 28, 51, 16)  # params: 160
    layers.SeparableConv2D(10, 3, strides=2, padding="same"),  # shape: (None, 14, 26, 10)  # params: 314
    layers.AveragePooling2D((2, 3), strides=1),  # shape: (None, 13, 24, 10)
    layers.MaxPooling2D(3, padding="same"),  # shape: (None, 5, 8, 10)
    layers.UpSampling2D((2, 3)),  # shape: (None, 10, 24, 10)
    layers.Cropping2D(((1, 0), (2, 2))),  # shape: (None, 9, 20, 10)
    layers.Conv2DTranspose(4, 3, strides=2, padding="same"),  # shape: (None, 18, 40, 4)  # params: 364
    layers.Conv2DTranspose(4, 4, strides=3),  # shape: (None, 55, 121, 4)
    layers.GroupNormalization(2),  # shape: (None, 55, 121, 4)  # params: 8
    layers.SpatialDropout2D(0.1),  # shape: (None, 55, 121, 4)
    layers.Resizing(24, 24),  # shape: (None, 24, 24, 4)
    layers.GlobalMaxPooling2D(keepdims=True),  # shape: (None, 1, 1, 4)
    layers.Flatten(),  # shape: (None, 4)
])
