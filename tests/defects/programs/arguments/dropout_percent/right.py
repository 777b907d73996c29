"""Drop a fifth of the units."""
import tensorflow as tf

DROP_PERCENT = 20

inp = tf.keras.Input((30,))
x = tf.keras.layers.Dense(16, activation="relu")(inp)
x = tf.keras.layers.Dropout(rate=DROP_PERCENT / 100)(x)
out = tf.keras.layers.Dense(1)(x)
tf.keras.Model(inp, out).summary()
