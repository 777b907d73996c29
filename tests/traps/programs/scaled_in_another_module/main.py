"""The images are scaled and labels one-hot encoded in data.py, the network comes from network.py."""
import config
from data import load, steps
from network import build

(x_train, y_train), (x_val, y_val) = load()
model = build(x_train.shape[1:], config.CLASSES)
model.compile(optimizer=config.OPTIMIZER, loss=config.LOSS, metrics=["accuracy"])
model.fit(
    x_train,
    y_train,
    batch_size=config.BATCH,
    epochs=config.EPOCHS,
    steps_per_epoch=steps(x_train),
    validation_data=(x_val, y_val),
)
