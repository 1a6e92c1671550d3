"""The message catalogues hold what the code says, all of it, translated."""

import re
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
