"""The admin speaks Chinese to the last string: what Wagtail's and Django's own catalogues lack, we supply."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils import translation

ROOT = Path(__file__).resolve().parents[3]
EXTRA = ROOT / "locale" / "wagtail_extra" / "zh_Hans" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
GAPS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
TAGS = re.compile(r"<[^>]+>")


def entries(path: Path) -> dict[tuple[str | None, str], polib.POEntry]:
    """Entries of a catalogue by context and message id; an absent catalogue has none."""
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))} if path.exists() else {}


def missing(domain: str) -> Iterator[polib.POEntry]:
    """Strings of the installed apps that their own Simplified Chinese does not cover."""
    for app in apps.get_app_configs():
        folder = Path(app.path) / "locale"
        if ROOT / ".venv" not in folder.parents and ROOT in folder.parents:
            continue
        chinese = entries(folder / "zh_Hans" / "LC_MESSAGES" / f"{domain}.po")
        for key, entry in entries(folder / "en" / "LC_MESSAGES" / f"{domain}.po").items():
            if key not in chinese or not chinese[key].translated():
                yield entry


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_left_in_english(domain):
    ours = entries(EXTRA / f"{domain}.po")
    left = [
        entry.msgid
        for entry in missing(domain)
        if not ours.get((entry.msgctxt, entry.msgid)) or not ours[entry.msgctxt, entry.msgid].translated()
    ]
    assert left == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_there_was_something_to_supply(domain):
    assert len(list(missing(domain))) > 10


@pytest.mark.parametrize("domain", DOMAINS)
def test_gaps_and_tags_are_kept(domain):
    for entry in polib.pofile(str(EXTRA / f"{domain}.po")):
        source = entry.msgid_plural or entry.msgid
        text = entry.msgstr or entry.msgstr_plural[0]
        assert sorted(set(GAPS.findall(text))) == sorted(set(GAPS.findall(source))), entry.msgid
        assert sorted(TAGS.findall(text)) == sorted(TAGS.findall(source)), entry.msgid


@pytest.mark.parametrize(("message", "chinese"), [("Schedule to publish", "按计划发布")])
def test_django_reads_our_part(message, chinese):
    with translation.override("zh-hans"):
        assert translation.gettext(message) == chinese
