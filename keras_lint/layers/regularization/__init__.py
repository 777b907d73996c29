"""Layers that disturb or penalize what passes through them."""
