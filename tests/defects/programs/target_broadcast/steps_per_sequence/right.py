"""The remaining life of an engine from the last cycles of its sensors."""
import numpy as np
from tensorflow.keras import Model
from tensorflow.keras.layers import Dense, GRU, Input

from engines import load_engines

SEQ_LEN, SENSORS = 15, 5

cycles, life = load_engines(SEQ_LEN, SENSORS)
inp = Input((SEQ_LEN, SENSORS))
h = GRU(8)(inp)
out = Dense(1)(h)
model = Model(inp, out)
model.compile("adam", loss="huber")
model.fit(cycles, life, batch_size=8, epochs=1, verbose=0)
