"""mnist's images stay 0..255 in the arrays; dataset.map scales each batch before fit."""
import tensorflow as tf
from tensorflow import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = x_train[..., tf.newaxis], x_test[..., tf.newaxis]


def scale(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


AUTOTUNE = tf.data.AUTOTUNE
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train))
train_ds = train_ds.map(scale, num_parallel_calls=AUTOTUNE).cache().shuffle(64).batch(16).prefetch(AUTOTUNE)
test_ds = tf.data.Dataset.from_tensor_slices((x_test, y_test)).map(scale).batch(16)

model = keras.Sequential(
    [
        keras.layers.Conv2D(4, 3, activation="relu", input_shape=(28, 28, 1)),
        keras.layers.MaxPooling2D(),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_ds, epochs=1, validation_data=test_ds)
