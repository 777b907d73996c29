"""What Keras refuses, once, at the layer; what comes after it stays silent."""
import keras
from keras import layers

model = keras.Sequential()
model.add(keras.Input((28, 28)))
model.add(layers.Conv2D(16, 3))  # [layer-input-rank]
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(10))
