"""Layers one after the other; the activations were forgotten.

Silent.
"""

import pandas as pd
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

df = pd.DataFrame({"x1": [1.0, 2.0, 3.0, 4.0], "x2": [0.0, 1.0, 0.0, 1.0], "y": [3.0, 8.0, 11.0, 20.0]})
X, y = df[["x1", "x2"]].values, df["y"].values
model = Sequential()
model.add(Input((X.shape[1],)))
model.add(Dense(16))  # [linear-layers-in-a-row]
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, verbose=0)
