"""Mends taken back, one at a time, in a copy of the checkout: each must make its tests fail.

    python tests/tools/mutants.py [NAME…]

Starts PostgreSQL and Redis once. A line for each mutant: caught, survived, or stale: its text is gone from the code.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from gongshi.servers import start_postgres, start_redis
from tests.tools.copies import copied, pytest_in

PAGES = "tests/integration/pages"
MACHINE = f"{PAGES}/test_release_machine.py"


@dataclass(frozen=True, slots=True)
class Mutant:
    """``edits`` are (file, text as it is, text instead); ``tests`` go to pytest."""

    name: str
    tests: str
    edits: tuple[tuple[str, str, str], ...]


MUTANTS = (
    Mutant(
        "correct-without-right",
        f"{PAGES}/test_rights_of_acts.py",
        (
            ("pages/acts/correct.py", "if not page.permissions_for_user(user).can_publish():", "if False:"),
            (
                "pages/acts/release/act.py",
                "if order.approval is not None:\n",
                "if order.act == 'correct' or order.approval:\n",
            ),
        ),
    ),
    Mutant(
        "repair-without-right",
        f"{PAGES}/test_rights_of_acts.py",
        (("pages/acts/repair.py", "if not user.has_perm(PERMISSION):", "if False:"),),
    ),
    Mutant(
        "enqueue-keeps-lease",
        "tests/integration/search/test_outbox.py -k worker",
        (("records/outbox.py", '"leased_until",\n                "lease_token", ', ""),),
    ),
    Mutant(
        "namesakes-are-one-key",
        "tests/unit/importers/test_merge.py",
        (("importers/merge.py", "party.category, fingerprint(party.identity.personal))", "party.category)"),),
    ),
    Mutant(
        "namesakes-are-one-party",
        "tests/unit/importers/test_merge.py",
        (("importers/merge.py", "known != party or known.identity != party.identity", "known != party"),),
    ),
    Mutant(
        "shorter-name-first",
        "tests/unit/privacy/test_masking.py",
        (("privacy/masking.py", "sorted(names, key=len, reverse=True)", "sorted(names, key=len)"),),
    ),
    Mutant(
        "links-to-what-is-over",
        "tests/integration/records/test_links_of_records.py",
        (("records/types/present.py", "PublicRecord.objects.public(now).filter(", "PublicRecord.objects.filter("),),
    ),
    Mutant(
        "ended-window-opens-by-itself",
        f"{PAGES}/test_window_edges.py",
        (("pages/projection/saving.py", "if existing is not None and _stays_over(", "if False and _stays_over("),),
    ),
    Mutant(
        "start-moves",
        f"{PAGES}/test_window_edges.py",
        (
            (
                "pages/projection/saving.py",
                "if page.live and existing is not None and existing.visible_from",
                "if False and existing.visible_from",
            ),
        ),
    ),
    Mutant(
        "backwards-rolls-on",
        "tests/unit/rules/test_deadline_calendar.py",
        (("rules/deadlines/engine.py", "if not rule.rolls_on or rule.before:", "if not rule.rolls_on:"),),
    ),
    Mutant(
        "machine-ended-comes-back",
        MACHINE,
        (("pages/projection/saving.py", "and not _makes_public_again(existing, release)", "and False"),),
    ),
    Mutant(
        "machine-live-by-being-saved",
        MACHINE,
        (
            (
                "pages/base/disclosure.py",
                "elif self.live and not self.passed_release and not self._is_live_already():",
                "elif False:",
            ),
        ),
    ),
    Mutant(
        "machine-newest-is-approved",
        MACHINE,
        (
            (
                "pages/acts/release/reviews.py",
                "release_one(approved.revision,",
                "release_one(page.get_latest_revision(),",
            ),
            ("site/gongshi/settings/wagtail.py", "_REAPPROVAL_ON_EDIT = True", "_REAPPROVAL_ON_EDIT = False"),
        ),
    ),
    Mutant(
        "machine-source-lets-drafts-out",
        MACHINE,
        (
            ("pages/acts/bulk/versions.py", "versions.live is not None and versions.draft is not None", "False"),
            (
                "pages/acts/bulk/versions.py",
                "version = versions.live or versions.latest",
                "version = versions.latest",
            ),
            ("pages/acts/bulk/versions.py", "publish and not _is_of_source(versions)", "False"),
        ),
    ),
    Mutant(
        "machine-window-buries-draft",
        MACHINE,
        (
            (
                "pages/acts/window.py",
                "public = _as_object(current, shown) or current",
                "public = current.get_latest_revision_as_object()",
            ),
        ),
    ),
)


def main(names: list[str]) -> int:
    """Try the mutants named, or all; returns how many were not caught."""
    postgres, redis = start_postgres(), start_redis()
    address = {"GONGSHI_TEST_DATABASE_URL": postgres.url, "GONGSHI_TEST_REDIS_URL": redis.url}
    try:
        with copied("mutants-") as copy:
            chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
            return sum(_try(mutant, copy, address) != "caught" for mutant in chosen)
    finally:
        postgres.stop()
        redis.stop()


def _try(mutant: Mutant, copy: Path, environment: dict[str, str]) -> str:
    said = _judged(mutant, copy, environment)
    print(f"{said:9} {mutant.name}", flush=True)
    return said


def _judged(mutant: Mutant, copy: Path, environment: dict[str, str]) -> str:
    was = {name: (copy / name).read_text() for name, _old, _new in mutant.edits}
    try:
        for name, old, new in mutant.edits:
            text = (copy / name).read_text()
            if text.count(old) != 1:
                return "stale"
            (copy / name).write_text(text.replace(old, new))
        return "caught" if _fails(mutant, copy, environment) else "survived"
    finally:
        for name, text in was.items():
            (copy / name).write_text(text)


def _fails(mutant: Mutant, copy: Path, environment: dict[str, str]) -> bool:
    """Whether the tests fail (1); that they cannot be run (any other code) is an error."""
    done = pytest_in(copy, "--reuse-db", *mutant.tests.split(), environment=environment)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{mutant.name}: {done.stdout[-4000:]}")
    return done.returncode == 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
