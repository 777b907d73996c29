"""Generators in a module; binary labels meet two softmax units."""

import tensorflow as tf
from generators import training_generator

train_generator = training_generator("photos", 32)
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Conv2D(4, (3, 3), activation="relu", input_shape=(32, 32, 3)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(2, activation="softmax"))
model.compile(
    optimizer=tf.keras.optimizers.RMSprop(learning_rate=1e-4),
    loss="sparse_categorical_crossentropy",
)
model.fit(train_generator, epochs=1, verbose=0)
