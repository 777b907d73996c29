"""House prices, with the number of columns in the settings.

Raises.
"""
import numpy as np
import tensorflow as tf
from sklearn.preprocessing import StandardScaler

import settings
from network import regression_model

(train_data, train_targets), (test_data, test_targets) = tf.keras.datasets.boston_housing.load_data()
scaler = StandardScaler().fit(train_data)
train_data = scaler.transform(train_data)
test_data = scaler.transform(test_data)

model = regression_model(settings.N_FEATURES)
model.fit(train_data, train_targets, epochs=settings.EPOCHS, verbose=0)  # [input-size]
