"""Serves requests until stdin ends.

Each request and each answer is one line of JSON. Answers go to what stdout was at the
start; whatever else is printed goes to stderr.
"""

from __future__ import annotations

import json
import os
import shutil
import site
import sys
import types
from pathlib import Path

_VERIFICATION = Path(__file__).resolve().parent.parent


def _stand_in(name: str, folder: Path) -> None:
    """Let the modules of this folder import one another where keras_lint is not installed."""
    module = types.ModuleType(name)
    module.__path__ = [str(folder)]
    sys.modules[name] = module


def main() -> None:
    """Serve requests."""
    folder, memory = sys.argv[1], int(sys.argv[2])
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    lines = os.fdopen(os.dup(0), encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    if sys.prefix == sys.base_prefix and Path(site.getusersitepackages()).is_dir():
        sys.path.append(site.getusersitepackages())
    _stand_in("keras_lint", _VERIFICATION.parent)
    _stand_in("keras_lint.verification", _VERIFICATION)
    # Only now can they be found.
    from keras_lint.verification.worker.guard import install_guard, watch_memory
    from keras_lint.verification.worker.requests import answer_to

    os.chdir(folder)
    if memory:
        watch_memory(memory)
    install_guard(folder)
    for line in lines:
        request = json.loads(line)
        try:
            answer = answer_to(request)
        except Exception as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        answer["id"] = request["id"]
        replies.write(json.dumps(answer) + "\n")
        replies.flush()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
