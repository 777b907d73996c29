"""A model is applied to variables, images and masks by hand: saliency, style and dream loops train no weights."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((16, 16, 3)), layers.Conv2D(4, 3, activation="relu", name="conv"),
    layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax"),
])
model.trainable = False
extractor = keras.Model(model.inputs, [model.get_layer("conv").output, *model.outputs])
image = tf.Variable(np.random.rand(1, 16, 16, 3).astype("float32"))
for _ in range(2):
    with tf.GradientTape() as tape:
        conv, preds = extractor(image)
        score = preds[:, tf.argmax(preds[0])]
    grads = tape.gradient(score, [image, conv])
    image.assign_add(0.01 * grads[0] / (tf.math.reduce_std(grads[0]) + 1e-8))
weights = tf.reduce_mean(grads[1], axis=(0, 1, 2))
heat = tf.squeeze(conv[0] @ weights[..., tf.newaxis])
heat = tf.image.resize(heat[None, ..., None], (16, 16))[0, ..., 0]


def gram_matrix(x):
    x = tf.transpose(x, (2, 0, 1))
    features = tf.reshape(x, (tf.shape(x)[0], -1))
    return tf.matmul(features, tf.transpose(features))


print(gram_matrix(conv[0]).shape, heat.shape)
