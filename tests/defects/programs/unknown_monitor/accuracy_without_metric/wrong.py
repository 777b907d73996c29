"""Early stopping on a metric that was never asked for.

Raises.
"""

import numpy as np
from tensorflow.keras.callbacks import EarlyStopping
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

X = np.random.rand(30, 5)
y = np.random.randint(0, 2, 30)
model = Sequential([Input((5,)), Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
stop = EarlyStopping(monitor="val_accuracy", patience=3)  # [unknown-monitor]
model.fit(X, y, validation_split=0.2, epochs=1, callbacks=[stop], verbose=0)
