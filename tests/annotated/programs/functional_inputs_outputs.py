"""Several inputs and outputs; merges; dicts of outputs."""
import keras
from keras import Input, Model
from keras.layers import Add, Average, Concatenate, Dense, Dot, Flatten, Multiply, add, concatenate

image = Input(shape=(8, 8, 2), name="image")
table = Input(shape=(5,), name="table")
flat = Flatten()(image)  # shape: (None, 128)
left = Dense(32, activation="relu")(flat)  # shape: (None, 32)  # params: 4128
right = Dense(32, activation="relu")(table)  # shape: (None, 32)  # params: 192
both = concatenate([left, right])
summed = Add()([left, right, left])  # shape: (None, 32)
mean = Average()([left, right])  # shape: (None, 32)
product = Multiply()([left, mean])  # shape: (None, 32)
angle = Dot(axes=1, normalize=True)([left, right])  # shape: (None, 1)
wide = Concatenate(axis=-1)([both, add([summed, product]), angle])  # shape: (None, 97) | (None, 32)
price = Dense(1, name="price")(wide)  # shape: (None, 1)  # params: 98
kind = Dense(4, activation="softmax", name="kind")(wide)  # shape: (None, 4)  # params: 392
model = Model(inputs=[image, table], outputs=[price, kind])  # output: [(None, 1), (None, 4)]  # total: 4810
named = Model({"image": image, "table": table}, {"price": price, "kind": kind})
result = named({"image": image, "table": table})
again = Dense(2)(result["kind"])  # shape: (None, 2)  # params: 10
model.compile("adam", loss=["mse", "categorical_crossentropy"])
