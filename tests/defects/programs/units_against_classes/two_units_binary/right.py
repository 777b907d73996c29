"""Predict survival, one 0 or 1 for each passenger."""
import argparse

import numpy as np
import pandas as pd
from keras import Input, Model
from keras.layers import Dense, Dropout

parser = argparse.ArgumentParser()
parser.add_argument("--hidden", type=int, default=8)
parser.add_argument("--epochs", type=int, default=1)
args = parser.parse_args()

train = pd.read_csv("titanic.csv")
y = train.pop("Survived").values
X = train[["Pclass", "Age", "Fare"]].values.astype("float32")

inp = Input(shape=(3,))
h = Dense(args.hidden, activation="relu")(inp)
h = Dropout(0.1)(h)
out = Dense(1, activation="sigmoid")(h)
model = Model(inp, out)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=args.epochs, verbose=0)
