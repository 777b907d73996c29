"""Data that a model takes but should not get."""
