"""The shell of ``./run`` and ``./test``: plain POSIX, with a sentence for what a bare Debian lacks."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = [ROOT / "run", ROOT / "test", ROOT / ".ci" / "run", *sorted((ROOT / "scripts").glob("*.sh"))]


def shell(code: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run code with scripts/venv.sh read, as ``./run`` does."""
    text = f". {ROOT}/scripts/venv.sh\n{code}"
    environment = {**os.environ, **variables}
    return subprocess.run(["/bin/sh", "-euc", text], cwd=folder, env=environment, capture_output=True, text=True,
                          check=False)  # fmt: skip


def fake_python(folder: Path, lacks: str) -> Path:
    """A Python whose every ``-c`` that names ``lacks`` fails."""
    path = folder / "python3"
    path.write_text(f'#!/bin/sh\ncase "$2" in *{lacks}*) exit 1 ;; esac\nexit 0\n')
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_parse_as_posix_shell(script):
    assert subprocess.run(["/bin/sh", "-n", str(script)], check=False).returncode == 0


@pytest.mark.parametrize("script", [ROOT / "run", ROOT / "test", ROOT / ".ci" / "run"], ids=lambda path: path.name)
def test_commands_are_plain_shell_and_may_run(script):
    assert script.read_text().startswith("#!/bin/sh\n")
    assert os.access(script, os.X_OK)


def test_a_python_without_venv_is_told_the_package(tmp_path):
    python = fake_python(tmp_path, lacks="ensurepip")
    # No apt-get on this path: nothing may be installed by a test.
    done = shell(f"need_venv {python}", tmp_path, PATH="/nonexistent")
    assert done.returncode != 0
    # `id` is not on that path either, which counts as not being root.
    assert "sudo apt-get install python3-venv" in done.stderr


def test_the_named_python_comes_first(tmp_path):
    python = fake_python(tmp_path, lacks="nothing")
    assert shell("find_python", tmp_path, GONGSHI_PYTHON=str(python)).stdout.strip() == str(python)


def test_a_python_too_old_is_passed_over(tmp_path):
    python = fake_python(tmp_path, lacks="version_info")
    found = shell("find_python", tmp_path, GONGSHI_PYTHON=str(python)).stdout.strip()
    assert found != str(python)
    assert "python3" in found


@pytest.mark.parametrize("bundle", [True, False])
def test_packages_come_from_the_bundle_when_there_is_one(tmp_path, bundle):
    """With a bundle pip is told to ask no index at all."""
    pip = tmp_path / ".venv" / "bin" / "python"
    pip.parent.mkdir(parents=True)
    pip.write_text('#!/bin/sh\nprintf "%s " "$@"\n')
    pip.chmod(0o755)
    if bundle:
        (tmp_path / "bundle" / "wheels").mkdir(parents=True)
    said = shell("pip_install requirements.txt", tmp_path).stdout
    assert "--require-hashes" in said
    assert ("--no-index --find-links bundle/wheels" in said) is bundle


def test_an_installed_lock_is_not_installed_again(tmp_path):
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@" >> asked\n')
    python.chmod(0o755)
    (tmp_path / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    (tmp_path / "lock.txt").write_text("a==1")
    for _ in range(2):
        assert shell("make_venv lock.txt", tmp_path).returncode == 0
    asked = (tmp_path / "asked").read_text()
    assert asked.count(" install ") == 1
    (tmp_path / "lock.txt").write_text("a==2")
    assert shell("make_venv lock.txt", tmp_path).returncode == 0
    assert (tmp_path / "asked").read_text().count(" install ") == 2


def test_locks_hold_hashes_and_no_address():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-elasticsearch.txt"):
        text = (ROOT / name).read_text()
        pinned = [line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))]
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "://" not in text


def test_every_direct_dependency_says_what_it_is_for():
    for name in ("requirements.in", "requirements-elasticsearch.in"):
        lines = (ROOT / name).read_text().splitlines()
        assert all("#" in line for line in lines if line and "==" not in line), name
