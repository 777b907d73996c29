"""Home prices from a table with as many inputs as the frame has columns.

Raises.
"""

import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import *
from tensorflow.keras.models import *

df = pd.read_csv("homes.csv")
y = df["price"].values
X = df.drop(columns=["price"]).values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=1)

n_features = X_train.shape[1]
model = Sequential()
model.add(Input(n_features))  # [input-shape-no-tuple]
model.add(Dense(8, activation="relu"))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=1, verbose=0)
