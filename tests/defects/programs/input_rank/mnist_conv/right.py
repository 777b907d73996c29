"""A small convolutional network on the handwritten digits."""
import tensorflow as tf
from tensorflow import keras

IMG_ROWS, IMG_COLS = 28, 28
NUM_CLASSES = 10

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32").reshape(-1, IMG_ROWS, IMG_COLS, 1) / 255.0
x_test = x_test.astype("float32").reshape(-1, IMG_ROWS, IMG_COLS, 1) / 255.0
y_train = keras.utils.to_categorical(y_train, NUM_CLASSES)
y_test = keras.utils.to_categorical(y_test, NUM_CLASSES)

model = keras.Sequential(
    [
        keras.Input(shape=(IMG_ROWS, IMG_COLS, 1)),
        keras.layers.Conv2D(4, (3, 3), activation="relu"),
        keras.layers.MaxPooling2D((2, 2)),
        keras.layers.Flatten(),
        keras.layers.Dense(NUM_CLASSES, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=32, epochs=1, verbose=0)
print(model.evaluate(x_test, y_test, verbose=0))
