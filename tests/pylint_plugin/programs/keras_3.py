import keras
import numpy as np
from keras import layers, ops
from keras import random as kr

x = ops.ones((2, 3))
y = ops.matmul(x, ops.transpose(x)) + 1
print(
    y[0],
    y.shape[1:],
    ops.shape(y)[0],
    ops.convert_to_numpy(y)[0],
    ops.cast(y, "int32"),
    ops.softmax(y, axis=-1),
)
print(
    ops.expand_dims(y, 0)[..., 0],
    ops.split(y, 2)[0],
    ops.stack([y, y])[0],
    ops.top_k(y, 1)[0],
    ops.max(y, axis=1)[0],
)
values, idx = ops.top_k(y, 1)
mean, var = ops.moments(y, axes=[0])
print(values, idx, mean, var, kr.normal((2, 2))[0], kr.SeedGenerator(1).next())
inp = keras.Input((3,))
z = ops.reshape(inp, (-1, 3)) * 2
z = ops.concatenate([z, z], axis=-1)
z = z[:, 1:]
print(z.shape[-1], z.dtype)
a = layers.Dense(3)(z)
m = keras.Model(inp, a)
m.compile(
    optimizer=keras.optimizers.AdamW(1e-3),
    loss=keras.losses.MeanSquaredError(),
    metrics=[keras.metrics.MeanAbsoluteError()],
    jit_compile=False,
)
m.fit(np.zeros((2, 3)), np.zeros((2, 3)), verbose=0)
m.export("x")
m.quantize("int8")
print(
    m.get_config(),
    keras.saving.load_model("x").predict(np.zeros(3)),
    keras.config.backend(),
    keras.tree.map_structure(lambda t: t, [1]),
)
v = keras.Variable(np.zeros(3), trainable=True, name="v")
v.assign(ops.zeros(3))
v.assign_add(ops.ones(3))
print(v.numpy(), v.value, v[0], v + 1, v.shape[0], v.path)


class L(layers.Layer):
    def __init__(self, units, rate=0.1, **kw):
        super().__init__(**kw)
        self.units = units
        self.seed_generator = keras.random.SeedGenerator(1)
        self.drop = layers.Dropout(rate)
        self.ln = layers.LayerNormalization(epsilon=1e-6)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel"
        )
        self.built = True

    def call(self, x, training=None):
        h = ops.matmul(x, self.kernel)
        h = self.ln(h + x)
        h = self.drop(h, training=training)
        return ops.relu(h), h

    def compute_output_spec(self, x, training=None):
        return keras.KerasTensor(x.shape, dtype=x.dtype), training


class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = L(3)

    def call(self, inputs):
        h, _ = self.block(inputs)
        return h

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return super().compute_loss(x, y, y_pred, sample_weight, training)


mm = M()
out, other = L(3)(np.zeros((2, 3)))
print(
    mm(np.zeros((2, 3)))[0],
    out[0],
    other.shape,
    mm.layers[0].kernel.numpy(),
    mm.block.drop.rate,
    mm.summary(),
)
mm.load_weights("x.weights.h5")
sched = keras.optimizers.schedules.CosineDecay(0.1, 10)
print(
    sched(1),
    keras.activations.relu(x)[0],
    keras.losses.mean_squared_error(x, y)[0],
    keras.metrics.Accuracy()(x, y),
)
with keras.device("cpu:0"):
    print(x)
with keras.name_scope("a"):
    print(x)
print(
    keras.preprocessing.sequence.pad_sequences([[1]])[0],
    keras.utils.PyDataset,
    keras.utils.Progbar(3).update(1),
)
