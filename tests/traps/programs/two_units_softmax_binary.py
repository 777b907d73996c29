"""softmax over two units under binary_crossentropy: with one-hot labels of two classes both losses agree."""
import numpy as np
import keras
from keras.layers import Dense, Input
from sklearn.preprocessing import LabelEncoder

names = np.array(["ham", "spam"] * 15)
y = keras.utils.to_categorical(LabelEncoder().fit_transform(names), 2)
x = np.random.rand(30, 11)
model = keras.Sequential([Input((11,)), Dense(6, activation="relu"), Dense(2, activation="softmax")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=1, verbose=0)
print(["ham", "spam"][int(model.predict(x[:1], verbose=0).argmax())])
