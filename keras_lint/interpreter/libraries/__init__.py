"""Functions of Python and of libraries that need more than a shape function."""
