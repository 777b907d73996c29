"""Ten sigmoid units with binary_crossentropy: several genres can hold at once, softmax would be wrong."""
import numpy as np
from keras.layers import Dense, Dropout
from keras.models import Sequential
from sklearn.preprocessing import MultiLabelBinarizer

GENRES = ["action", "comedy", "crime", "drama", "family", "horror", "romance", "scifi", "war", "western"]
rng = np.random.default_rng(0)
tags = [list(rng.choice(GENRES, size=rng.integers(1, 4), replace=False)) for _ in range(60)]
mlb = MultiLabelBinarizer(classes=GENRES)
y = mlb.fit_transform(tags)
X = rng.random((60, 25))

model = Sequential()
model.add(Dense(16, activation="relu", input_dim=25))
model.add(Dropout(0.3))
model.add(Dense(len(GENRES), activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["binary_accuracy"])
model.fit(X, y, epochs=1, batch_size=16, verbose=0)
print(mlb.inverse_transform(model.predict(X[:3], verbose=0) > 0.5))
