"""Decoder maps of another size than the encoder's: Resizing to skip.shape[1:3] puts that right."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

H, W = 30, 50
inp = layers.Input(shape=(H, W, 3))
c1 = layers.Conv2D(4, 3, activation="relu", padding="same")(inp)
p1 = layers.MaxPooling2D()(c1)
c2 = layers.Conv2D(8, 3, activation="relu", padding="same")(p1)
p2 = layers.MaxPooling2D()(c2)
b = layers.Conv2D(8, 3, activation="relu", padding="same")(p2)

u2 = layers.UpSampling2D()(b)
u2 = layers.Resizing(c2.shape[1], c2.shape[2])(u2)
m2 = layers.Concatenate()([u2, c2])
u1 = layers.UpSampling2D(interpolation="bilinear")(m2)
u1 = layers.Lambda(lambda t: tf.image.resize(t, (H, W)), output_shape=(H, W, 16))(u1)
m1 = layers.Concatenate(axis=-1)([u1, c1])
out = layers.Conv2D(2, 1, activation="softmax")(m1)

model = models.Model(inputs=[inp], outputs=[out])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
X = np.random.rand(4, H, W, 3)
Y = np.random.randint(0, 2, size=(4, H, W))
model.fit(X, Y, epochs=1, batch_size=2)
