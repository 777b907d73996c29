"""Advice and information, for those who ask for it."""
