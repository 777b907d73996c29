"""Settings: defaults, with what the caller gives laid over them."""
DEFAULTS = {
    "model": {"name": "dense", "filters": [8], "units": 6, "dropout": 0.2},
    "train": {"epochs": 1, "batch_size": 8, "lr": 1e-3},
}


def merge(a, b):
    return {k: merge(v, b.get(k, {})) if isinstance(v, dict) else b.get(k, v) for k, v in a.items()}


def load(overrides=None):
    return merge(DEFAULTS, overrides or {})
