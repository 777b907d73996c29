"""``python -m keras_lint``: the same as the command ``keras-lint``."""

from __future__ import annotations

import sys

from keras_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())
