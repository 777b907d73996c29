"""Error of the predictions on a test set.

Silent.
"""
import numpy as np
import keras
from keras import layers
from sklearn.model_selection import train_test_split

X = np.random.rand(60, 3)
y = X @ np.array([1.0, -2.0, 0.5])
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)

model = keras.Sequential([keras.Input((3,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=1, verbose=0)

y_pred = model.predict(X_test, verbose=0)
rmse = np.sqrt(np.mean((y_test - y_pred) ** 2))  # [target-broadcast-by-loss]
print("RMSE", rmse)
