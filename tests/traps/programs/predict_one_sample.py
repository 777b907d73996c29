"""One image is given to predict, with its batch axis in five different spellings."""
import numpy as np
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)), layers.Conv2D(4, 3, activation="relu"), layers.Flatten(), layers.Dense(10, activation="softmax"),
])
x_test = np.random.rand(20, 28, 28, 1).astype("float32")
image = x_test[3]
model.predict(image[None], verbose=0)
model.predict(image[np.newaxis, ...], verbose=0)
model.predict(np.expand_dims(image, axis=0), verbose=0)
model.predict(image.reshape(1, 28, 28, 1), verbose=0)
model.predict(np.array([image]), verbose=0)
model.predict(x_test[3:4], verbose=0)
gray = np.random.rand(28, 28)
digit = np.argmax(model.predict(gray.reshape((1, *gray.shape, 1)), verbose=0))
print(np.argmax(model(gray[None, :, :, None]), axis=-1)[0], digit)
