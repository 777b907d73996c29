import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.utils import to_categorical


def build(n=10):
    inputs = keras.Input(shape=(28, 28, 1), name="img")
    x = layers.Conv2D(32, 3, activation="relu")(inputs)
    x = layers.BatchNormalization()(x)
    y = layers.MaxPooling2D(2)(x)
    y = y * 2 + 1 - y / 3
    y = -y
    y = y[:, ::2, ::2]
    height, width, channels = y.shape[1:]
    print(height, width, channels, y.shape[-1] * 2, len(y.shape), y.shape[1:], x.shape[0])
    y = layers.Reshape((height * width, channels))(y)
    lstm = layers.LSTM(8, return_sequences=True, return_state=True)
    z, state_h, state_c = lstm(y)
    z = layers.Bidirectional(layers.LSTM(4))(z)
    z = layers.Concatenate()([z, state_h, state_c])
    z = layers.add([z, z])
    a = layers.MultiHeadAttention(num_heads=2, key_dim=4)(y, y)
    a, scores = layers.MultiHeadAttention(num_heads=2, key_dim=4)(
        y, y, return_attention_scores=True
    )
    a = layers.GlobalAveragePooling1D()(a)
    z = layers.Dense(n, activation="softmax")(layers.concatenate([z, a]))
    model = keras.Model(inputs, z, name="m")
    model.summary()
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    print(
        model.input_shape,
        model.output_shape,
        model.layers[0].name,
        model.layers[-1].output.shape,
        scores,
    )
    print(
        model.get_layer("img").output,
        model.count_params(),
        model.inputs[0].shape,
        model.outputs[0].shape,
    )
    for layer in model.layers:
        layer.trainable = False
        print(layer.name, layer.weights[0].shape, layer.get_weights()[0].shape)
    return model


(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255
x_train = x_train.reshape(-1, 28, 28, 1)
x_test = x_test[..., None] / 255.0
x_val = x_train[:100]
partial = y_train[100:]
print(x_train.shape[0], y_train.shape, x_test.dtype)
y_train = to_categorical(y_train, 10)
y_test = keras.utils.to_categorical(y_test, num_classes=10)
print(y_train.shape[1], y_train[0], y_test[:3])
m = build()
history = m.fit(
    x_train,
    y_train,
    epochs=3,
    batch_size=32,
    validation_split=0.1,
    verbose=1,
    callbacks=[keras.callbacks.EarlyStopping(patience=3)],
)
print(history.history["loss"][-1], history.epoch, history.params)
for key, value in history.history.items():
    print(key, value)
loss, acc = m.evaluate(x_test, y_test, verbose=0)
results = m.evaluate(x_test, y_test)
print(results[1], loss, acc)
pred = m.predict(x_test[:3])
print(
    pred.shape, pred[0], pred[0][1], np.argmax(pred, axis=1), pred.argmax(axis=-1), pred.flatten()
)
print(m(x_test[:2]).numpy(), m(x_test[:2], training=False)[0])
m.save("m.keras")
m2 = keras.models.load_model("m.keras")
m2.summary()
m2.predict(x_test)
print(m2.layers[0], m2.predict(x_test)[0])
m.save_weights("m.weights.h5")
m.load_weights("m.weights.h5")
clone = keras.models.clone_model(m)
clone.set_weights(m.get_weights())
m.optimizer.learning_rate.assign(0.1)
print(
    m.optimizer.learning_rate.numpy(),
    m.optimizer.iterations.numpy(),
    m.optimizer.get_config()["name"],
)
with open("m.json", "w", encoding="utf-8") as f:
    f.write(m.to_json())
base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
base.trainable = False
for layer in base.layers[:5]:
    layer.trainable = False
feat = keras.Model(base.input, base.get_layer("block5_pool").output)
out = base.output
out = layers.Flatten()(out)
top = keras.Model(inputs=base.input, outputs=layers.Dense(3)(out))
print(top.predict(np.zeros((1, 64, 64, 3))).shape, feat(np.zeros((1, 64, 64, 3))).shape)
print(base(tf.zeros((1, 64, 64, 3)), training=False).shape)
seq = keras.Sequential([layers.Input((3,)), layers.Dense(3), layers.Dense(2)])
seq.add(layers.Dense(4))
seq.pop()
seq.build((None, 3))
print(
    seq.layers[0].kernel,
    seq.layers[0].bias.numpy(),
    seq.weights[0].numpy(),
    seq.trainable_variables[0],
)
w, b = seq.layers[0].get_weights()
print(w.shape, b[0], seq(tf.zeros((1, 3)))[0])
train = keras.utils.image_dataset_from_directory(
    "d", image_size=(28, 28), color_mode="grayscale", label_mode="categorical", batch_size=2
)
print(train.class_names[0], len(train.class_names))
train = train.map(lambda i, l: (i / 255.0, l)).cache().shuffle(10).prefetch(tf.data.AUTOTUNE)
for images, labels in train.take(1):
    print(images[0].numpy().astype("uint8"), labels.shape)
m.fit(train)
img = keras.utils.load_img("a.png", target_size=(3, 3))
arr = keras.utils.img_to_array(img)
print(arr.shape, arr[0], arr / 255.0, np.expand_dims(arr, 0))
tok = keras.layers.TextVectorization(max_tokens=100, output_sequence_length=10)
tok.adapt(["a b"])
print(tok(["a"])[0], tok.get_vocabulary()[0], len(tok.get_vocabulary()))
norm = layers.Normalization(axis=-1)
norm.adapt(np.zeros((3, 3)))
print(norm.mean.numpy(), norm.variance, norm(np.zeros((3, 3))))
lookup = layers.StringLookup(vocabulary=["a"])
print(lookup(["a"]), lookup.vocabulary_size())
emb = layers.Embedding(3, 4)
print(emb(np.array([1])).shape, emb.embeddings)
drop = layers.Dropout(0.1)(np.zeros((2, 2)), training=True)
print(drop)
