"""Dense after a reshaped conv map gives (None, 8, 12) and y is (n, 4): CTC aligns the two by itself."""
import numpy as np
import keras
from keras import layers, ops

width, height, chars, max_len = 32, 16, 11, 4


class CTCLayer(layers.Layer):
    def call(self, y_true, y_pred):
        batch = ops.shape(y_true)[0]
        input_length = ops.full((batch,), y_pred.shape[1], dtype="int32")
        label_length = ops.full((batch,), y_true.shape[1], dtype="int32")
        loss = ops.nn.ctc_loss(y_true, y_pred, label_length, input_length)
        self.add_loss(ops.mean(loss))
        return y_pred


input_img = layers.Input(shape=(width, height, 1), name="image", dtype="float32")
labels = layers.Input(name="label", shape=(max_len,), dtype="int32")
x = layers.Conv2D(4, (3, 3), activation="relu", padding="same")(input_img)
x = layers.MaxPooling2D((2, 2))(x)
x = layers.Conv2D(8, (3, 3), activation="relu", padding="same")(x)
x = layers.MaxPooling2D((2, 2))(x)
x = layers.Reshape(target_shape=(width // 4, (height // 4) * 8))(x)
x = layers.Dense(16, activation="relu", name="dense1")(x)
x = layers.Dropout(0.2)(x)
x = layers.Bidirectional(layers.LSTM(8, return_sequences=True))(x)
x = layers.Dense(chars + 1, name="dense2")(x)
output = CTCLayer(name="ctc")(labels, x)
model = keras.Model(inputs=[input_img, labels], outputs=output)
model.compile(optimizer=keras.optimizers.Adam())
data = {"image": np.random.rand(8, width, height, 1), "label": np.random.randint(1, chars, (8, max_len))}
model.fit(data, epochs=1, batch_size=4)

reader = keras.Model(model.input[0], model.get_layer(name="dense2").output)
best = reader.predict(np.random.rand(1, width, height, 1)).argmax(-1)
