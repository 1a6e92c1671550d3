"""Tests stand where what they test stands."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FLOORS = {
    "accounts", "cases", "importers", "pages", "privacy", "records", "reviews", "rules", "samples", "search", "site",
}  # fmt: skip
# What is no floor: the benches, the files of an installation, the tools of the tests, what every kind has to meet.
OTHERS = {"bench", "deploy", "kinds", "tools"}


@pytest.mark.parametrize("base", ["unit", "integration"])
def test_folders_are_floors(base):
    folders = {path.name for path in (ROOT / "tests" / base).iterdir() if path.is_dir() and path.name[0] != "_"}
    assert folders <= FLOORS | OTHERS


def test_no_two_files_of_a_floor_have_one_name():
    names = [(*path.relative_to(ROOT / "tests").parts[:2], path.name) for path in ROOT.glob("tests/*/*/**/test_*.py")]
    assert len(names) == len(set(names))
