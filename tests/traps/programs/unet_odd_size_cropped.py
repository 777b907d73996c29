"""A U-Net on 45x45 images: the way up gives 46 and 24, and Cropping2D makes them fit the way down."""
import numpy as np
from keras import Model, layers


def conv_block(x, filters):
    for _ in range(2):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return x


def crop_to(x, reference):
    dh = x.shape[1] - reference.shape[1]
    dw = x.shape[2] - reference.shape[2]
    if dh == 0 and dw == 0:
        return x
    return layers.Cropping2D(((0, dh), (0, dw)))(x)


inputs = layers.Input((45, 45, 1))
skips = []
x = inputs
for filters in (4, 8):
    x = conv_block(x, filters)
    skips.append(x)
    x = layers.MaxPooling2D(2, padding="same")(x)
x = conv_block(x, 16)
for filters, skip in zip((8, 4), reversed(skips)):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = crop_to(x, skip)
    x = layers.concatenate([x, skip])
    x = conv_block(x, filters)
outputs = layers.Conv2D(1, 1, activation="sigmoid")(x)

unet = Model(inputs, outputs)
assert unet.output_shape == (None, 45, 45, 1)
unet.compile("adam", "binary_crossentropy")
unet.fit(np.random.rand(4, 45, 45, 1), np.random.randint(0, 2, (4, 45, 45, 1)), epochs=1)
