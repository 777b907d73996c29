"""Count cells in microscope pictures; the pictures come with their channels in front.

Silent.
"""
import numpy as np
import keras

from counter import CellCounter

pictures = np.random.rand(4, 3, 64, 96).astype("float32")
counts = np.random.randint(0, 20, size=(4, 1))

counter = CellCounter(pictures.shape[1:])  # [channels-first-shape]
counter.net.compile(optimizer=keras.optimizers.Adam(1e-4), loss="mse")
counter.net.fit(pictures, counts, batch_size=2, epochs=1, verbose=0)
