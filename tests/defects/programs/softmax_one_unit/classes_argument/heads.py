from tensorflow.keras.layers import Dense, Dropout, Input
from tensorflow.keras.models import Model


def build_model(width, num_classes, dropout=0.5):
    inputs = Input(shape=(width,))
    x = Dense(8, activation="relu")(inputs)
    x = Dropout(dropout)(x)
    outputs = Dense(num_classes, activation="softmax", name="predictions")(x)
    return Model(inputs=inputs, outputs=outputs)
