"""Batch normalization after convolutions, axis as for channels first.

Silent.
"""

from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.layers import BatchNormalization, Conv2D, Dense, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential

(train_x, train_y), (val_x, val_y) = fashion_mnist.load_data()
train_x = train_x.reshape((-1, 28, 28, 1)) / 255.0
val_x = val_x.reshape((-1, 28, 28, 1)) / 255.0

model = Sequential()
model.add(Input(shape=(28, 28, 1)))
model.add(Conv2D(8, (3, 3), padding="same", activation="relu"))
model.add(BatchNormalization(axis=1))  # [normalization-axis]
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(10, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_x, train_y, validation_data=(val_x, val_y), epochs=1, verbose=0)
