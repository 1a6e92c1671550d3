"""Our catalogue says what we mean and leaves Wagtail's and Django's words alone."""

from pathlib import Path

import polib
from django.apps import apps

ROOT = Path(__file__).resolve().parents[3]
OURS = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


def theirs() -> dict[str, str]:
    """Wagtail's and Django's own Chinese by message id, without contexts."""
    found = {}
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
        if path.exists():
            found |= {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if entry.translated()}
    return found


# The same message with another word of ours, chosen: what the admin shows by it is meant the same way.
CHOSEN = set((ROOT / "tests" / "data" / "locale" / "chosen.txt").read_text("utf-8").splitlines())


def test_a_message_shared_with_the_admin_keeps_its_word_there():
    other = theirs()
    changed = {
        f"{entry.msgid}: {other[entry.msgid]} -> {entry.msgstr}"
        for entry in polib.pofile(str(OURS))
        if not entry.msgctxt and other.get(entry.msgid, entry.msgstr) != entry.msgstr and entry.msgid not in CHOSEN
    }
    assert changed == set()
