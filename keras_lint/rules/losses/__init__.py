"""Losses, targets and outputs that Keras takes together without a word."""
