"""The README is true: its outputs are real, its commands are the two that a new user needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomllib

from keras_lint.settings import Settings
from tests.readme import README, ROOT, TABLE, layer_table, printed, samples, shown_layers, table

TEXT = README.read_text("utf-8")


@pytest.mark.parametrize(("command", "shown"), samples(TEXT), ids=[s[0] for s in samples(TEXT)])
def test_outputs_are_real(command, shown):
    """After a change: ``python -m tests.readme``."""
    assert printed(command) == shown


def test_the_rules_are_those_of_the_registry():
    assert table(TEXT).strip() == printed(f"keras-lint {TABLE}").strip()


def test_every_command_shows_its_output():
    """Enough are shown to see the main job."""
    commands = [command for command, _ in samples(TEXT)]
    assert len(commands) >= 4
    assert TEXT.count("```console\n") == len(commands)


def test_there_are_two_commands_for_a_fresh_machine():
    """One installs it and does the main job, one installs what the tests need and passes them."""
    first, second = re.findall(r"^python3\.11 .*$", TEXT, re.MULTILINE)
    environment = "python3.11 -m venv .venv && .venv/bin/pip install "
    assert first == f"{environment}. && .venv/bin/keras-lint summary examples/question.py"
    assert second.startswith(f"{environment}'.[test]' && .venv/bin/python -m pytest")


def test_ci_runs_the_command_of_the_readme():
    """``.ci/run`` reads it from here, and has none of its own."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in script
    assert "'.[test]'" not in script


def test_the_configuration_is_understood():
    """The options in the sample for pyproject.toml exist."""
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    options = tomllib.loads(block)["tool"]["pylint"]["keras-lint"]
    names = {f"keras-{name.replace('_', '-')}" for name in Settings.__dataclass_fields__}
    assert set(options) <= names


def test_what_it_names_exists():
    """Links to files lead to files."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target
    assert Path(ROOT, "CHANGELOG.md").exists()


def test_the_table_of_layers_is_that_of_the_registry():
    """After a change: ``python -m tests.readme``."""
    assert shown_layers(TEXT) == layer_table()
