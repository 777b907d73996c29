"""Stack convolutions from a table of filters; the size of the kernel is left to its default."""
from keras.layers import *
from keras.models import Sequential

FILTERS = {"block1": 4, "block2": 8}

model = Sequential()
model.add(Input((32, 32, 3)))
for name, filters in FILTERS.items():
    model.add(Conv2D(filters, 3, padding="same", activation="relu", name=f"{name}_conv"))
    model.add(MaxPooling2D(name=f"{name}_pool"))
model.add(GlobalMaxPooling2D())
model.add(Dense(2, activation="softmax"))
print(model.count_params())
