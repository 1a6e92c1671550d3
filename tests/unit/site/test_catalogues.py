"""The message catalogues hold what the code says, all of it, translated."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[3]
OURS = ROOT / "locale"
GAPS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
CATALOGUES = sorted(path for path in OURS.glob("zh_Hans/LC_MESSAGES/*.po"))


def living(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_chinese_is_complete(path):
    assert [entry.msgid for entry in living(path) if entry.fuzzy or not entry.translated()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_gaps_are_kept(path):
    for entry in living(path):
        allowed = set(GAPS.findall(entry.msgid)) | set(GAPS.findall(entry.msgid_plural))
        for text in [entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values():
            assert set(GAPS.findall(text)) <= allowed, entry.msgid
            assert (not entry.msgid_plural and set(GAPS.findall(text)) == allowed) or entry.msgid_plural, entry.msgid


def test_message_ids_are_english():
    """Terms and examples of the law may be quoted; a sentence of Chinese may not."""
    for path in CATALOGUES:
        chinese = [entry.msgid for entry in living(path) if re.search(r"[\u4e00-\u9fff]", entry.msgid)]
        assert [text for text in chinese if not re.search(r"[A-Za-z]{2}", text)] == []


def test_english_differs_where_it_is_given():
    for entry in living(OURS / "en" / "LC_MESSAGES" / "django.po"):
        assert entry.msgstr != entry.msgid
        assert not entry.fuzzy


def test_no_package_hides_in_the_folder_of_languages():
    assert list(OURS.rglob("__init__.py")) == []


def test_the_catalogue_holds_every_text_of_the_code(tmp_path):
    """Collects the texts anew in a copy and compares the message ids."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.py", "*.html", "*.txt", "*.po"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(None, tracked):
        if (ROOT / name).exists() and not name.startswith("tests/"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    command = [sys.executable, "manage.py", "makemessages", "-v0", "-lzh_Hans", "--no-location", "--no-obsolete"]
    paths = f"{tmp_path}{os.pathsep}{tmp_path / 'site'}"
    environment = {**os.environ, "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    for path in CATALOGUES:
        kept = {(entry.msgctxt, entry.msgid) for entry in living(path)}
        collected = {(entry.msgctxt, entry.msgid) for entry in living(tmp_path / path.relative_to(ROOT))}
        assert collected - kept == set(), "run `make messages` and translate"
        assert kept - collected == set(), "no code says these any more"
