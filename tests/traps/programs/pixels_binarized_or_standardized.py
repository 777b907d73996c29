"""mnist without `/ 255`: the pixels are thresholded, standardized, normalized or rescaled in other words."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers
from sklearn.preprocessing import MinMaxScaler

(x, y), (xt, yt) = keras.datasets.mnist.load_data()


def train(images, first=()):
    model = keras.Sequential([layers.Input(images.shape[1:]), *first, layers.Flatten(), layers.Dense(8, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(images, y, epochs=1, verbose=0)


train((x > 127).astype("float32"))
train(np.where(x > 0, 1.0, 0.0))
train((x - x.mean()) / x.std())
train(keras.utils.normalize(x, axis=1))
train(x * (1.0 / 255))
train(np.divide(x, 255.0, dtype="float32"))
train(x.astype("float32") / x.max())
train(np.interp(x, (0, 255), (-1, 1)))
train(MinMaxScaler().fit_transform(x.reshape(len(x), -1)))
train(tf.image.convert_image_dtype(x, tf.float32))
train(x, [layers.Rescaling(scale=1 / 127.5, offset=-1)])
train(x, [layers.Lambda(lambda t: tf.cast(t, tf.float32) / 255.0, output_shape=(28, 28))])
train(x[..., None], [layers.BatchNormalization()])
train(keras.applications.imagenet_utils.preprocess_input(np.stack([x] * 3, axis=-1).astype("float32"), mode="tf"))
norm = layers.Normalization(axis=None)
norm.adapt(x)
train(x, [norm])
