import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers


class Sampling(layers.Layer):
    def call(self, inputs):
        z_mean, z_log_var = inputs
        batch = tf.shape(z_mean)[0]
        dim = tf.shape(z_mean)[1]
        eps = K.random_normal(shape=(batch, dim))
        return z_mean + tf.exp(0.5 * z_log_var) * eps


@keras.utils.register_keras_serializable(package="p")
class Linear(layers.Layer):
    def __init__(self, units=32, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True
        )
        self.b = self.add_weight(
            name="b", shape=(self.units,), initializer=keras.initializers.Zeros(), trainable=True
        )
        super().build(input_shape)

    def call(self, inputs, training=None, mask=None):
        if training:
            self.add_loss(tf.reduce_sum(self.w))
        return tf.matmul(inputs, self.w) + self.b

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def compute_mask(self, inputs, mask=None):
        return mask

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return {**config, "a": 1}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class VAE(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder
        self.dense = layers.Dense(3)
        self.blocks = [layers.Dense(2) for _ in range(3)]
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def call(self, inputs, training=False):
        x = self.dense(inputs)
        for block in self.blocks:
            x = block(x, training=training)
        return self.decoder(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            z_mean, z_log_var, z = self.encoder(x)
            recon = self.decoder(z)
            loss = tf.reduce_mean(keras.losses.binary_crossentropy(x, recon)) + tf.reduce_sum(
                z_mean * z_log_var
            )
            loss += self.compute_loss(x=x, y=y, y_pred=recon)
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.loss_tracker.update_state(loss)
        for metric in self.metrics:
            print(metric.name)
        return {"loss": self.loss_tracker.result()}

    def test_step(self, data):
        return super().test_step(data)


class Cb(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.best = 0

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if logs.get("acc") > 0.9:
            self.model.stop_training = True
        print(self.model.predict([1]), self.params["epochs"], self.model.optimizer.learning_rate)
        self.model(tf.zeros((1, 2)))
        self.model.save("x")
        self.model.layers[0].trainable = False


class MyLoss(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))


class F1(keras.metrics.Metric):
    def __init__(self, name="f1", **kwargs):
        super().__init__(name=name, **kwargs)
        self.tp = self.add_weight(name="tp", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.tp.assign_add(tf.reduce_sum(tf.cast(y_true, tf.float32) * y_pred))

    def result(self):
        return self.tp / 2

    def reset_state(self):
        self.tp.assign(0.0)


class Gen(keras.utils.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index, index


class Sched(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return tf.math.rsqrt(tf.cast(step, tf.float32))

    def get_config(self):
        return {}


class Init(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return tf.zeros(shape, dtype)


class Reg(keras.regularizers.Regularizer):
    def __call__(self, x):
        return tf.reduce_sum(x)


class Cons(keras.constraints.Constraint):
    def __call__(self, w):
        return w


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def call(self, inputs, states):
        return inputs, [states[0]]


class Attention(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.w1 = layers.Dense(units)
        self.v = layers.Dense(1)

    def call(self, query, values):
        score = self.v(tf.nn.tanh(self.w1(tf.expand_dims(query, 1)) + values))
        weights = tf.nn.softmax(score, axis=1)
        return tf.reduce_sum(weights * values, axis=1), weights


@tf.function
def train_step(model, x, y, opt):
    with tf.GradientTape(persistent=True) as tape:
        pred = model(x, training=True)
        loss = tf.losses.MeanSquaredError()(y, pred)
    grads = tape.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
    return loss


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def serve(x):
    return {"a": x}


print(train_step(None, 1, 2, None).numpy(), serve(tf.zeros(3))["a"], serve.get_concrete_function())
cell = keras.layers.RNN(Cell(3))
lin = Linear(3)
y = lin(tf.zeros((2, 2)))
print(y.shape, lin.w.numpy(), lin.weights[0], lin.losses[0], y[0], cell)
att = Attention(3)
ctx, wts = att(y, y)
vae = VAE(None, None)
vae.compile(optimizer=keras.optimizers.Adam(Sched()), loss=MyLoss(), metrics=[F1()])
vae.fit(Gen(), callbacks=[Cb()], epochs=2)
print(vae.predict(Gen()).shape, vae(tf.zeros((1, 3))), Sampling()([y, y]), vae.evaluate(Gen())[0])
vae.encoder.summary()
acc = keras.metrics.SparseCategoricalAccuracy()
acc.update_state([1], [[0.1, 0.9]])
acc(1, 2)
print(acc.result().numpy(), float(acc.result()))
acc.reset_state()
cce = keras.losses.CategoricalCrossentropy(from_logits=True)
print(cce([1], [2]).numpy(), cce([1], [2]) + 1)
opt = keras.optimizers.Adam(learning_rate=1e-3)
opt.apply_gradients([(1, 2)])
opt.learning_rate = 3
print(opt.learning_rate, opt.variables, keras.backend.get_value(opt.learning_rate))
ds = tf.data.Dataset.from_tensor_slices((tf.range(3), tf.range(3)))
ds = (
    ds.shuffle(3)
    .batch(2)
    .repeat()
    .map(lambda a, b: (a, b), num_parallel_calls=tf.data.AUTOTUNE)
    .prefetch(1)
)
for a_, b_ in ds:
    print(a_.numpy(), b_.shape[0])
it = iter(ds)
print(next(it)[0])
img = tf.image.resize(tf.zeros((1, 2, 3, 3)), (2, 2))
print(
    img[0].shape,
    img.numpy(),
    tf.io.read_file("a"),
    tf.one_hot([1], 3)[0],
    tf.Variable(1.0) + 3,
    tf.Variable([1.0])[0],
)
v = tf.Variable(tf.random.normal((3, 3)), trainable=True)
v.assign_add(tf.ones((3, 3)))
v[0].assign([1.0, 2.0, 3.0])
print(v.numpy(), v.shape, tf.constant([1]).numpy()[0], tf.constant([[1]])[0, 0])
strategy = tf.distribute.MirroredStrategy()
with strategy.scope():
    print(strategy.num_replicas_in_sync)
print(
    tf.config.list_physical_devices("GPU")[0],
    tf.strings.length("a"),
    tf.linalg.matmul(v, v)[0],
    tf.math.sqrt(1.0),
)
tf.saved_model.save(vae, "x")
loaded = tf.saved_model.load("x")
print(loaded.signatures["serving_default"](tf.zeros(3)))
conv = tf.lite.TFLiteConverter.from_keras_model(vae)
conv.optimizations = [tf.lite.Optimize.DEFAULT]
open("x", "wb").write(conv.convert())
interp = tf.lite.Interpreter(model_path="x")
interp.allocate_tensors()
print(interp.get_input_details()[0]["shape"])
ckpt = tf.train.Checkpoint(model=vae, optimizer=opt)
mgr = tf.train.CheckpointManager(ckpt, "x", max_to_keep=3)
ckpt.restore(mgr.latest_checkpoint).expect_partial()
writer = tf.summary.create_file_writer("logs")
with writer.as_default():
    tf.summary.scalar("a", 1.0, step=1)
    tf.summary.image("a", img, step=1)
    tf.summary.histogram("h", v, step=1)
tf.print("x")
tf.debugging.assert_equal(1, 1)
tf.random.set_seed(1)
keras.utils.set_random_seed(1)
keras.backend.clear_session()
keras.backend.set_floatx("float64")
K.set_image_data_format("channels_last")
keras.mixed_precision.set_global_policy("mixed_float16")
