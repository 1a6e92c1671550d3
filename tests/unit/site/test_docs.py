"""The documents lead somewhere, and what they tell to type exists."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[3]
_LIST = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
_NAMES = subprocess.run(_LIST, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
PAGES = [ROOT / name for name in _NAMES if (ROOT / name).exists()]
OF_THE_MACHINE = re.compile(r"(?<![\w/])/(?:root|work|tmp/w|home/\w+)/")


def code(text: str) -> str:
    """What stands in a page as code."""
    return "\n".join(re.findall(r"`[^`\n]+`|^ {4}.+$|^```.*?^```", text, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page):
    text = code(page.read_text(encoding="utf-8"))
    known = set(get_commands())
    assert set(re.findall(r"manage\.py ([a-z_]+)", text)) <= known
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"(?<![\w-])make ([a-z-]+)`", text)) <= targets
    for script in re.findall(r"(?:^|[\s`])(?:\./|sh )((?:scripts/)?[a-z_]+(?:\.sh)?)(?=[\s`])", text):
        assert (ROOT / script).exists(), script


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_somebodys_machine(page):
    assert OF_THE_MACHINE.findall(page.read_text(encoding="utf-8")) == []


def test_every_decision_is_numbered_in_line():
    numbers = sorted(int(page.name[:4]) for page in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
