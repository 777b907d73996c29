"""What is on this photograph?"""
import numpy as np
from keras import Input, Sequential
from keras.layers import Conv2D, Dense, GlobalAveragePooling2D
from keras.utils import img_to_array, load_img

from predict import classify

CLASS_NAMES = ["daisy", "rose"]

model = Sequential([
    Input((32, 32, 3)),
    Conv2D(4, 3, activation="relu"),
    GlobalAveragePooling2D(),
    Dense(len(CLASS_NAMES), activation="softmax"),
])
img = load_img("flowers/rose/0.png", target_size=(32, 32))
print(classify(model, img_to_array(img)[np.newaxis] / 255, CLASS_NAMES))
