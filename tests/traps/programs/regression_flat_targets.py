"""mse on targets (n,) and an output (None, 1): Keras squeezes these two, nothing is broadcast."""
import numpy as np
import pandas as pd
from keras.layers import Dense, Input
from keras.models import Sequential
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(80, 4)), columns=["rooms", "age", "tax", "crime"])
df["price"] = 3 * df["rooms"] - df["tax"] + rng.normal(size=80)

X = df.drop(columns=["price"]).values
y = df["price"].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=3)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

model = Sequential()
model.add(Input(shape=(X_train.shape[1],)))
model.add(Dense(16, activation="relu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="rmsprop", metrics=["mae"])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=2, verbose=0)
rmse = np.sqrt(np.mean((model.predict(X_test, verbose=0).ravel() - y_test) ** 2))
print(f"rmse {rmse:.3f}")
