"""Dense(1) and softmax over axis 1: scores over the steps, not a softmax over a single unit."""
import numpy as np
import keras
from keras import layers, ops

inputs = keras.Input((15, 6))
h = layers.Bidirectional(layers.LSTM(5, return_sequences=True))(inputs)
scores = layers.Dense(1, activation="tanh")(h)
weights = layers.Softmax(axis=1)(scores)
context = layers.Multiply()([h, weights])
context = layers.Lambda(lambda t: ops.sum(t, axis=1), output_shape=(10,))(context)
out = layers.Dense(3, activation="softmax")(context)
model = keras.Model(inputs, out)

classes = np.random.randint(0, 3, size=(20,))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(np.random.rand(20, 15, 6), keras.utils.to_categorical(classes), epochs=1, verbose=0)

attention = keras.Model(inputs, weights)
print(attention.predict(np.random.rand(1, 15, 6), verbose=0)[0, :, 0].sum())
