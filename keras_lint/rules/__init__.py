"""What keras_lint finds: one module per rule, over the facts of one file."""
