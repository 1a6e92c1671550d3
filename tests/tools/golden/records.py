"""What is public, and the acts by which it came and went."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.tools.golden.canonical import as_line, columns, model, write

# Rows of acts; a hash of a revision's content holds primary keys.
ACTS = {"Release": ("content_hash", "page", "revision"), "Withdrawal": (), "CreditRepair": (), "Correction": ()}


def write_records(folder: Path) -> None:
    """``records.jsonl``: one line a row."""
    lines = [as_line({"row": "PublicRecord", **_record(one)}) for one in _records()]
    for name, leave_out in ACTS.items():
        rows = model(name)._base_manager.all()
        lines += sorted(as_line({"row": name, **columns(row, leave_out)}) for row in rows)
    write(folder / "records.jsonl", "".join(lines))


def _records() -> Iterator[Any]:
    yield from model("PublicRecord")._base_manager.order_by("key")


def _record(record: Any) -> dict[str, Any]:
    released = record.release and columns(record.release, ACTS["Release"])
    files = [str(one.document or one.image) for one in record.files.order_by("pk")]
    return {**columns(record, ("release",)), "release": released, "files": files}
