"""Write down what the whole product shows, so that two versions of the code can be compared with ``diff -r``.

    .venv/bin/python -m tests.tools.golden FOLDER

prepares a fresh database with all the sample content at a fixed moment and writes into FOLDER what is public
(``records.jsonl``, ``addresses.txt``, ``html/``), what the search finds (``search.json``), what each seeded group sees
of the admin (``admin/``), what the database is made of (``schema.txt``) and what is wired by name (``wiring.txt``). The
same code writes the same bytes. SQLite, or the PostgreSQL of ``GONGSHI_TEST_DATABASE_URL``.

It asks by address and by class name, so that it reads the same before and after a module or a model has moved.
"""

import argparse
import shutil
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.tools.golden.chance import fixed_chance  # noqa: E402

# Before anything of the product is imported: models keep the function that draws their default.
clock = fixed_chance()

from tests.tools.golden import house  # noqa: E402
from tests.tools.golden.parts import PARTS  # noqa: E402


def main() -> int:
    """Prepare, then write one part after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="what an earlier run wrote there is replaced")
    parser.add_argument("--only", default="", help="only the parts whose name holds this word")
    given = parser.parse_args()
    with house.opened(clock):
        for name, write in PARTS.items():
            if given.only in name:
                began = time.perf_counter()
                _clear(given.folder / name)
                write(given.folder)
                print(f"{name}: {time.perf_counter() - began:.0f} s", flush=True)
    return 0


def _clear(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
