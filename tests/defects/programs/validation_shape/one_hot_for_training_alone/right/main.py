"""Irises, of which only the training labels became one-hot."""

from prepare import irises
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X_train, X_val, y_train, y_val = irises()
model = Sequential([Dense(8, activation="relu", input_shape=(4,)), Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    X_train,
    y_train,
    epochs=1,
    verbose=0,
    validation_data=(X_val, y_val),
)
