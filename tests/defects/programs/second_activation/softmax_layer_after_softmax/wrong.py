"""The last Dense has softmax, and an Activation layer follows.

Silent.
"""

import numpy as np
from keras.layers import Activation, Dense, Input
from keras.models import Sequential

y = np.eye(3)[np.random.randint(0, 3, 12)]
model = Sequential()
model.add(Input((5,)))
model.add(Dense(8))
model.add(Activation("relu"))
model.add(Dense(3, activation="softmax"))
model.add(Activation("softmax"))  # [second-activation]
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(np.random.rand(12, 5), y, verbose=0)
