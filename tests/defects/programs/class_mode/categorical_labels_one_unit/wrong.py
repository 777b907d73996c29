"""Cats against dogs with one sigmoid unit over one-hot labels.

Raises.
"""

from tensorflow.keras.layers import *
from tensorflow.keras.models import Model
from tensorflow.keras.utils import image_dataset_from_directory

HEIGHT, WIDTH = 32, 48
ds = image_dataset_from_directory(  # [class-mode-against-loss]
    "photos",
    label_mode="categorical",
    image_size=(HEIGHT, WIDTH),
    batch_size=4,
)
ds = ds.map(lambda image, label: (image / 255.0, label))

image = Input(shape=(HEIGHT, WIDTH, 3))
features = Conv2D(4, 5, strides=3, activation="relu")(image)
features = GlobalMaxPooling2D()(features)
output = Dense(1, activation="sigmoid")(features)
model = Model(image, output)
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(ds, epochs=1, verbose=0)
