import numpy as np


def make_windows(series, size):
    """Cut a series into windows, and take the value after each as its target."""
    count = len(series) - size
    x = np.zeros((count, size))
    y = np.zeros(count)
    for i in range(count):
        x[i] = series[i : i + size]
        y[i] = series[i + size]
    return x, y
