"""mnist with five units: only the digits below five are kept, and the others have five subtracted."""
import keras
from keras.datasets import mnist
from keras.layers import Activation, Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from keras.models import Sequential

num_classes, input_shape, pool_size, kernel_size = 5, (28, 28) + (1,), 2, 3


def train_model(model, train, test, num_classes):
    x_train = train[0].reshape((train[0].shape[0],) + input_shape).astype("float32") / 255
    x_test = test[0].reshape((test[0].shape[0],) + input_shape).astype("float32") / 255
    y_train = keras.utils.to_categorical(train[1], num_classes)
    y_test = keras.utils.to_categorical(test[1], num_classes)
    model.compile(loss="categorical_crossentropy", optimizer="adadelta", metrics=["accuracy"])
    model.fit(x_train, y_train, batch_size=16, epochs=1, verbose=0, validation_data=(x_test, y_test))


(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train_lt5, y_train_lt5 = x_train[y_train < 5], y_train[y_train < 5]
x_test_lt5, y_test_lt5 = x_test[y_test < 5], y_test[y_test < 5]
x_train_gte5, y_train_gte5 = x_train[y_train >= 5], y_train[y_train >= 5] - 5
x_test_gte5, y_test_gte5 = x_test[y_test >= 5], y_test[y_test >= 5] - 5

feature_layers = [
    Conv2D(4, kernel_size, padding="valid", input_shape=input_shape), Activation("relu"),
    Conv2D(4, kernel_size), Activation("relu"), MaxPooling2D(pool_size=pool_size), Dropout(0.25), Flatten(),
]
classification_layers = [Dense(8), Activation("relu"), Dropout(0.5), Dense(num_classes), Activation("softmax")]
model = Sequential(feature_layers + classification_layers)
train_model(model, (x_train_lt5, y_train_lt5), (x_test_lt5, y_test_lt5), num_classes)
for layer in feature_layers:
    layer.trainable = False
train_model(model, (x_train_gte5, y_train_gte5), (x_test_gte5, y_test_gte5), num_classes)

sparse = Sequential([keras.Input((28, 28)), keras.layers.Rescaling(1 / 255.0), Flatten(), Dense(5, activation="softmax")])
sparse.compile("adam", "sparse_categorical_crossentropy")
sparse.fit(x_train_lt5, y_train_lt5, validation_data=(x_test_lt5, y_test_lt5), verbose=0)
