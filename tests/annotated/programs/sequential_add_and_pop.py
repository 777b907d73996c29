"""Layers added one by one, and some taken away again."""
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from keras.models import Sequential

model = Sequential(name="digits")  # output: (None, 5)  # total: 54465
model.add(Conv2D(32, (3, 3), activation="relu", input_shape=(28, 28, 1)))  # shape: (None, 26, 26, 32)  # params: 320
model.add(MaxPooling2D(pool_size=2))  # shape: (None, 13, 13, 32)
model.add(Flatten())  # shape: (None, 5408)
model.add(Dense(100))  # shape: (None, 100)
model.add(Dense(7))  # shape: (None, 7)
model.pop()
model.pop()
model.add(Dense(10))  # shape: (None, 10)  # params: 54090
model.pop()
model.add(Dense(10, use_bias=False))  # shape: (None, 10)  # params: 54080
model.pop()
hidden = Dense(8, name="hidden")  # shape: (None, 8)  # params: 43272
model.add(hidden)
model.pop()
tail = [Dense(10, name="ten"), Dense(5)]  # shape: (None, 10) | (None, 5)  # params: 54090 | 55
for layer in tail:
    model.add(layer)
