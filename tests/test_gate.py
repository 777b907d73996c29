"""The gate: hooks, GitHub's action, and the jobs in ``examples/ci``, run as far as they go."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / "examples" / "ci" / "github.yml"
GITLAB = ROOT / "examples" / "ci" / "gitlab.yml"
PROGRAM = """import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(16),
    layers.Dense(4, input_shape=(8,)),
])
"""


def _project() -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a repository with a flawed program, and a branch that its change goes to."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    (folder / "program.py").write_text(PROGRAM)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    subprocess.run(
        ["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=folder, check=True
    )
    (folder / "program.py").write_text(PROGRAM.replace("Dense(16)", "Dense(32)"))
    return folder


def _run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a CI would, with ``keras-lint`` installed."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    command = programs / "keras-lint"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m keras_lint "$@"\n')
    command.chmod(0o755)
    inherited = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_OUTPUT": str(folder.parent / "output"),
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary"),
    }
    return subprocess.run(
        # GitHub's own way of running `shell: bash`.
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env={**inherited, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


# -- the hooks -------------------------------------------------------------------------------


def _hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in _read(ROOT / ".pre-commit-hooks.yaml")}


def test_there_is_a_hook_that_lints_and_one_that_fixes() -> None:
    assert {name: hook["entry"] for name, hook in _hooks().items()} == {
        "keras-lint": "keras-lint check",
        "keras-lint-fix": "keras-lint fix --write",
    }


def test_hooks_start_what_the_package_installs() -> None:
    scripts = _project()["scripts"]
    for hook in _hooks().values():
        assert hook["entry"].split()[0] in scripts
        assert hook["language"] == "python"
        assert hook["types_or"] == ["python", "jupyter"]
        assert set(hook) <= {"id", "name", "description", "entry", "language", "types_or"}


def test_the_hook_that_lints_fails_with_findings(project: Path) -> None:
    done = _run(f"{_hooks()['keras-lint']['entry']} program.py", project)
    assert (done.returncode, done.stderr) == (1, "")
    assert "warning[input-shape-not-first]" in done.stdout


def test_the_hook_that_fixes_changes_the_file(project: Path) -> None:
    entry = _hooks()["keras-lint-fix"]["entry"]
    assert _run(f"{entry} program.py", project).returncode == 0
    assert "input_shape" not in (project / "program.py").read_text()
    assert _run(f"{_hooks()['keras-lint']['entry']} program.py", project).returncode == 0


# -- GitHub's action -------------------------------------------------------------------------


def _steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in _read(ROOT / "action.yml")["runs"]["steps"][1:]}


def _script(name: str, **inputs: str) -> tuple[str, dict[str, str]]:
    """Give a step's script and its environment, with the inputs filled in."""
    step = _steps()[name]
    declared = _read(ROOT / "action.yml")["inputs"]
    values = {key: one["default"] for key, one in declared.items()} | inputs
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], value)
        for key, value in step.get("env", {}).items()
    }
    return step["run"], environment


def test_the_action_is_composite_and_says_what_it_takes() -> None:
    action = _read(ROOT / "action.yml")
    assert action["runs"]["using"] == "composite"
    assert set(action) == {"name", "description", "branding", "inputs", "outputs", "runs"}
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(action["inputs"])
    for step in action["runs"]["steps"]:
        assert ("run" in step) == ("shell" in step)
        # An input that stands in a script could carry commands of its own.
        assert "${{" not in step.get("run", "")


def test_the_action_writes_sarif_and_lets_the_upload_come_first(project: Path) -> None:
    script, environment = _script("Write SARIF")
    done = _run(script, project, **environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (project.parent / "output").read_text() == "file=keras-lint.sarif\n"
    log = json.loads((project / "keras-lint.sarif").read_text("utf-8"))
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == ["W7137"]
    upload = _steps()["Upload SARIF"]
    assert upload["with"]["sarif_file"] == "${{ steps.sarif.outputs.file }}"
    assert list(_steps()).index("Upload SARIF") < list(_steps()).index("Annotate")


def test_the_action_annotates_and_fails(project: Path) -> None:
    script, environment = _script("Annotate", paths="program.py")
    done = _run(script, project, **environment)
    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=program.py,line=7,endLine=7,col=5,")


def test_the_action_passes_where_nothing_is_found(project: Path) -> None:
    arguments = "--ignore input-shape-not-first"
    for name in ("Write SARIF", "Annotate"):
        script, environment = _script(name, arguments=arguments)
        assert _run(script, project, **environment).returncode == 0


# -- the examples ----------------------------------------------------------------------------


def _jobs() -> dict[str, Any]:
    jobs: dict[str, Any] = _read(GITHUB)["jobs"]
    return jobs


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    inputs = _read(ROOT / "action.yml")["inputs"]
    (step,) = [one for one in _jobs()["lint"]["steps"] if "keras-lint" in one.get("uses", "")]
    assert set(step["with"]) <= set(inputs)
    assert _jobs()["lint"]["permissions"]["security-events"] == "write"


def _run_step(job: str, name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (step,) = [one for one in _jobs()[job]["steps"] if one.get("name") == name]
    values = {"${{ github.base_ref }}": "main"}
    environment = {key: values[value] for key, value in step.get("env", {}).items()}
    assert "${{" not in step["run"]
    return _run(step["run"], folder, **environment)


def test_the_workflow_compares_models(project: Path) -> None:
    done = _run_step("models", "Compare models", project)
    assert (done.returncode, done.stderr) == (0, "")
    summary = (project.parent / "summary").read_text("utf-8")
    assert summary.startswith("### Models, compared with `origin/main`\n")
    assert "| params | `212` | **`420`** |" in summary


def test_the_workflow_verifies(project: Path) -> None:
    (project / "program.py").write_text(PROGRAM.replace(", input_shape=(8,)", ""))
    done = _run_step("verify", "Verify", project)
    assert done.returncode == 0, done.stderr
    assert "confirmed by keras" in done.stdout


def test_gitlab_gets_its_report(project: Path) -> None:
    job = _read(GITLAB)["keras-lint"]
    done = _run("\n".join(job["script"]), project)
    assert done.returncode == 1
    report = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [one["check_name"] for one in report] == ["input-shape-not-first"]
    assert job["artifacts"]["when"] == "always"


def test_gitlab_compares_models(project: Path) -> None:
    job = _read(GITLAB)["keras-lint-models"]
    script = "\n".join(job["script"])
    done = _run(script, project, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 0, done.stderr
    assert "| params | `212` | **`420`** |" in done.stdout
    assert (project / job["artifacts"]["paths"][0]).exists()


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.name)
def test_what_is_installed_exists(path: Path) -> None:
    project = _project()
    found = re.findall(r"pip install \"?([\w-]+)(?:\[([\w,]+)\])?", path.read_text("utf-8"))
    assert found
    for name, extra in found:
        assert name == project["name"]
        assert not extra or extra in project["optional-dependencies"]


def test_the_commands_run_on_the_examples(tmp_path: Path) -> None:
    """The examples of this repository hold something to find, and all commands take them."""
    (tmp_path / "project").mkdir()
    shutil.copytree(ROOT / "examples", tmp_path / "project" / "examples")
    for arguments in ("check {} --format gitlab", "check {} --format github", "fix {}"):
        command = arguments.format("examples")
        done = _run(f"keras-lint {command}", tmp_path / "project")
        assert done.returncode == 1, (command, done.stderr)
