"""Compile the message catalogues: ``python -m gongshi.catalogues``.

Python alone does it, since a bureau's machine has no gettext. A catalogue is compiled again only when it changed.
"""

from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]


def compile_catalogues(root: Path = ROOT / "locale") -> list[Path]:
    """Write a ``.mo`` beside each newer ``.po`` below ``root``; return those written.

    Fuzzy and obsolete entries are left out, as msgfmt does.
    """
    written = []
    for source in sorted(root.rglob("*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        polib.pofile(str(source)).save_as_mofile(str(target))
        written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_catalogues():
        print(f"compiled {path.relative_to(ROOT)}")
