"""Print the shape after a stack of convolutions.

Raises.
"""
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Flatten

model = Sequential()
model.add(Conv2D(8, (3, 3), activation="relu"))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(16, (3, 3), activation="relu"))
model.add(Flatten())
print(model.output_shape)  # [unbuilt-model-attribute]
