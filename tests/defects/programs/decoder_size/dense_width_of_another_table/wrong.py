"""An autoencoder of table rows, made by a module with a default width.

Raises.
"""

import pandas as pd
from autoencoder import make_autoencoder
from sklearn.preprocessing import MinMaxScaler

frame = pd.DataFrame(
    {
        "amount": [1.0, 2.5, 3.0, 0.5],
        "age": [31, 45, 22, 60],
        "visits": [1, 0, 4, 2],
        "debt": [0.0, 0.1, 0.0, 0.7],
        "score": [5, 4, 4, 1],
    }
)
X = MinMaxScaler().fit_transform(frame.values)
model = make_autoencoder(X.shape[1])  # [target-shape]
model.compile(optimizer="adam", loss="mae")
model.fit(X, X, epochs=1, verbose=0)
