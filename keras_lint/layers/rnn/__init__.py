"""Recurrent layers, their cells, and the wrappers that walk over steps."""
