"""Write down the rows of a filled database at the state that migrations begin with.

    .venv/bin/python -m tests.tools.first_state

makes ``tests/data/first_state.jsonl.gz`` from the sample content, with what the sample lacks beside it. It was run
when the first state was the newest. Later code has later tables: whoever runs it again must be at that state.
"""

import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.tools.golden.chance import LOOKED_AT, fixed_chance  # noqa: E402

# Before anything of the product is imported: models keep the function that draws their default.
clock = fixed_chance()

from tests.tools.golden import house  # noqa: E402

FILE, LATER = ROOT / "tests/data/first_state.jsonl.gz", LOOKED_AT + timedelta(days=3)
CHANGES: dict[str, list[tuple[str, str]]] = {
    "changed": [("penalty_type", "detention")],
    "deleted": [("identity_document", "hk_macao_permit")],
}

# Django is set up by now.
from django.db import connection  # noqa: E402

from pages.acts.release import release_one  # noqa: E402
from rules.models import Term  # noqa: E402
from tests.factories.pages import make_decision  # noqa: E402
from tests.factories.releases import publisher  # noqa: E402
from tests.tools.first_state.rows import Changes, read_rows, write_state  # noqa: E402


def main() -> None:
    """The sample, and beside it seeds that a person changed, a draft and a scheduled decision."""
    with house.opened(clock):
        for vocabulary, code in CHANGES["changed"]:
            Term.objects.filter(vocabulary=vocabulary, code=code).update(aliases="拘留", label_en="Custody")
        for vocabulary, code in CHANGES["deleted"]:
            Term.objects.get(vocabulary=vocabulary, code=code).delete()
        make_decision(doc_no="兴住建罚决字〔2026〕9001号")
        scheduled = make_decision(doc_no="兴住建罚决字〔2026〕9002号")
        scheduled.go_live_at = LATER
        release_one(scheduled.save_revision(), user=publisher())
        write_state(FILE, read_rows(connection, LOOKED_AT, Changes(**CHANGES)))


if __name__ == "__main__":
    main()
