"""Data, losses and models that contradict each other."""
