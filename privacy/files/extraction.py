"""What stands on the pages of a file, found by a process of its own: the file is a stranger's.

``python -m privacy.files.extraction FILE`` prints ``{"pages": [{"page": 1, "text": true, "kinds": ["mobile"]}]}``.
``text`` is false for a page that has none, or that holds a picture, whose text nobody has read. A file that cannot be
read prints ``{"reason": …}``: encrypted, too_large, unknown_kind, broken.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from privacy.detection import detect

_MEMORY = 1 << 30  # bytes
_SECONDS = 30
_MOST_PAGES = 500
_MOST_TEXT = 2_000_000  # characters
_MOST_UNPACKED = 200 << 20  # bytes of an office file


class RefusedError(Exception):
    """Too large, encrypted, or of a kind that is not read: ``args[0]`` says which."""


def limit() -> None:
    """Bound what this process may take."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def pages_of(file: Path) -> Iterator[tuple[str, bool]]:
    """Text of each page, and whether all of the page is text."""
    suffix = file.suffix.lower()
    if suffix == ".pdf":
        return _pdf(file)
    if suffix == ".docx":
        return _docx(file)
    if suffix == ".txt":
        return _txt(file)
    if suffix in {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp"}:
        return iter([("", False)])
    raise RefusedError("unknown_kind")


def _pdf(file: Path) -> Iterator[tuple[str, bool]]:
    from pypdf import PdfReader

    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError("encrypted")
    if len(reader.pages) > _MOST_PAGES:
        raise RefusedError("too_large")
    for page in reader.pages:
        objects = (page.get("/Resources") or {}).get("/XObject") or {}
        # A form may hold a picture in turn: whatever is not plain text on the page has to be looked at.
        yield page.extract_text() or "", not objects


def _docx(file: Path) -> Iterator[tuple[str, bool]]:
    from docx import Document

    with zipfile.ZipFile(file) as packed:
        names = packed.infolist()
        if sum(one.file_size for one in names) > _MOST_UNPACKED:
            raise RefusedError("too_large")
        pictures = any("/media/" in one.filename or "/embeddings/" in one.filename for one in names)
    found = Document(str(file))
    lines = [paragraph.text for paragraph in found.paragraphs]
    lines += [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    for section in found.sections:
        lines += [paragraph.text for part in (section.header, section.footer) for paragraph in part.paragraphs]
    yield "\n".join(lines), not pictures


def _txt(file: Path) -> Iterator[tuple[str, bool]]:
    raw = file.read_bytes()
    try:
        yield raw.decode("utf-8"), True
    except UnicodeDecodeError:
        yield raw.decode("gb18030"), True


def main(name: str) -> int:
    """Print the pages, or why the file cannot be read."""
    limit()
    try:
        print(json.dumps({"pages": _found(Path(name))}))
    except RefusedError as error:
        print(json.dumps({"reason": error.args[0]}))
    except MemoryError:
        print(json.dumps({"reason": "too_large"}))
    except Exception:
        print(json.dumps({"reason": "broken"}))
    return 0


def _found(file: Path) -> list[dict[str, Any]]:
    found = []
    for number, (text, whole) in enumerate(pages_of(file), 1):
        if len(text) > _MOST_TEXT:
            raise RefusedError("too_large")
        kinds = sorted({hit.kind.value for hit in detect(text)})
        found.append({"page": number, "text": whole and bool(text.strip()), "kinds": kinds})
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
