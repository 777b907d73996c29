# keras_lint reports the first Dense as an error: without Flatten the model returns 28 rows of
# 10 values per image, (None, 28, 10), and the loss needs one row; Keras stops in fit.
import keras
from keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255
x_test = x_test.astype("float32") / 255

model = keras.Sequential(
    [
        keras.Input(shape=(28, 28)),
        layers.Dense(128, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.fit(x_train, y_train, batch_size=128, epochs=2, validation_split=0.1)
model.evaluate(x_test, y_test)
