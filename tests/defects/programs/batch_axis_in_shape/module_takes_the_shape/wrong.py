"""A dense net from a module that gets the shape of the whole table.

Raises.
"""

import pandas as pd
from dense_net import dense_net

table = pd.DataFrame({"a": [0.1, 0.2, 0.3, 0.4], "b": [1, 0, 1, 0], "c": [5, 6, 7, 8], "t": [0, 1, 1, 0]})
X = table[["a", "b", "c"]].to_numpy(dtype="float32")
y = table["t"].to_numpy()
model = dense_net(X.shape, 8, 1)  # [input-rank]
model.fit(X, y, epochs=1, verbose=0)
