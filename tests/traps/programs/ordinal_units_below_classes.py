"""Five grades, four sigmoid units: ordinal regression has one threshold less than classes."""
import numpy as np
import keras
from keras import layers

NUM_CLASSES = 5
grades = np.random.randint(0, NUM_CLASSES, 60)
features = np.random.rand(60, 7).astype("float32")
levels = np.array([[1.0] * g + [0.0] * (NUM_CLASSES - 1 - g) for g in grades])

model = keras.Sequential(
    [
        keras.Input(shape=features.shape[1:]),
        layers.Dense(12, activation="relu"),
        layers.Dense(NUM_CLASSES - 1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(features, levels, epochs=1, verbose=0)
predicted_grade = (model.predict(features[:4], verbose=0) > 0.5).sum(axis=1)
