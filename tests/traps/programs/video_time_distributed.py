"""A 2-D network on 5-D input: TimeDistributed takes the frame axis away for each Conv2D and Flatten."""
import numpy as np
from keras.layers import LSTM, Conv2D, Dense, Dropout, Flatten, MaxPooling2D, TimeDistributed
from keras.models import Sequential

SEQUENCE_LENGTH, IMAGE_HEIGHT, IMAGE_WIDTH = 4, 16, 16
CLASSES_LIST = ["walk", "run", "jump"]


def create_model():
    model = Sequential()
    model.add(TimeDistributed(Conv2D(4, (3, 3), padding="same", activation="relu"),
                              input_shape=(SEQUENCE_LENGTH, IMAGE_HEIGHT, IMAGE_WIDTH, 3)))
    model.add(TimeDistributed(MaxPooling2D((4, 4))))
    model.add(TimeDistributed(Dropout(0.25)))
    model.add(TimeDistributed(Conv2D(8, (3, 3), padding="same", activation="relu")))
    model.add(TimeDistributed(Flatten()))
    model.add(LSTM(6))
    model.add(Dense(len(CLASSES_LIST), activation="softmax"))
    return model


model = create_model()
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
x = np.random.rand(6, SEQUENCE_LENGTH, IMAGE_HEIGHT, IMAGE_WIDTH, 3)
y = np.eye(len(CLASSES_LIST))[[0, 1, 2, 0, 1, 2]]
model.fit(x=x, y=y, epochs=1, batch_size=3, shuffle=True, validation_split=0.3, verbose=0)
