"""Keras's layers: what each takes, what shape it gives, which weights it owns."""
