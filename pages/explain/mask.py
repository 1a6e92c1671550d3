"""What in a text tells about persons? ``explain mask FILE``"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pages.explain.registry import Question, Result, questions
from privacy.detection import detect, mask

_LARGEST = 20 * 2**20  # bytes; a text is read whole


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text in UTF-8 or GB18030")


def _answer(options: dict[str, Any]) -> Result:
    text = _read(Path(options["file"]))
    hits = detect(text)
    found = [{"start": hit.start, "end": hit.end, "kind": hit.kind.value, "text": hit.text} for hit in hits]
    return {"hits": found, "masked": mask(text, hits)}


def _read(file: Path) -> str:
    """The characters as they stand in the file: line ends are not changed, a mark of byte order is a character."""
    try:
        if file.stat().st_size > _LARGEST:
            raise CommandError(_("%(file)s is larger than %(size)s MB.") % {"file": file, "size": _LARGEST // 2**20})
        raw = file.read_bytes()
    except (OSError, ValueError):
        raise CommandError(_("%(file)s cannot be read.") % {"file": file}) from None
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CommandError(_("%(file)s is no text in UTF-8 or GB18030.") % {"file": file})


def _text(result: Result) -> str:
    lines = [f"{hit['start']}–{hit['end']} {hit['kind']}: {hit['text']}" for hit in result["hits"]]
    return "\n".join([*lines, result["masked"]])


questions.register(Question("mask", "what in a text tells about persons", _arguments, _answer, _text))
