"""``layers=``, a layer bound first, input_dim, a trailing build."""
from tensorflow import keras
from tensorflow.keras import layers as kl

first = kl.Dense(64, activation="tanh", input_dim=20)  # shape: (None, 64)  # params: 1344
model = keras.Sequential(layers=[first, kl.BatchNormalization(), kl.Dense(3)], name="net")  # shape: (None, 64) | (None, 3)  # params: 256 | 195  # output: (None, 3)  # total: 1795

late = keras.models.Sequential()  # output: (None, 4)  # total: 55
late.add(kl.Dense(5))  # shape: (None, 5)  # params: 35
late.add(kl.Dropout(0.5))  # shape: (None, 5)
late.add(kl.Dense(4, use_bias=False))  # shape: (None, 4)  # params: 20
late.build(input_shape=(None, 6))
