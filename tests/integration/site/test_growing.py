"""Migrations only grow: a filled database of the first state is taken along to the newest."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction

from pages.acts.rebuild_records import rebuild_records
from pages.models import PermitParty
from records.models import PublicRecord, RecordFacet
from rules.models import Term
from tests.factories.grown import grow
from tests.factories.new_database import new_database
from tests.tools.first_state import findings
from tests.tools.first_state.migrating import make_first_state, migrate_on
from tests.tools.first_state.rows import State, read_state

pytestmark = pytest.mark.engine
# A finding that a later migration wants, and why: {"pages_x had 3 rows and has 4": "Each … has now …"}.
WANTED: dict[str, str] = {}


@pytest.fixture(scope="module")
def state(django_db_blocker, tmp_path_factory, worker_id) -> Iterator[State]:
    """What was loaded; the database is now the newest."""
    loaded = read_state()
    place = tmp_path_factory.mktemp("first")
    with (
        django_db_blocker.unblock(),
        time_machine.travel(loaded.moment, tick=False),
        new_database(f"first_state_{worker_id}", place) as database,
    ):
        make_first_state(database, loaded)
        migrate_on()
        yield loaded


def unwanted(found: Iterator[str]) -> list[str]:
    return [one for one in found if one not in WANTED]


@pytest.fixture
def undone(state) -> Iterator[None]:
    """What a test does here is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_the_database_is_what_the_code_wants(state):
    call_command("check", databases=["default"], fail_level="WARNING")
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_row_is_lost(state):
    assert unwanted(findings.lost_rows(connection, state)) == []


def test_every_record_is_what_it_was(state):
    assert unwanted(findings.changed_records(connection, state)) == []


def test_facet_rows_say_what_the_records_say(state):
    assert unwanted(findings.wrong_facets()) == []


def test_what_a_person_did_to_seeds_stays_and_new_seeds_are_planted(state):
    assert unwanted(findings.wrong_seeds(connection, state)) == []


def test_every_kind_is_shown_and_what_ended_is_not(state):
    assert unwanted(findings.unanswered_kinds(state)) == []


def test_the_projection_writes_every_record_as_it_is(state, undone):
    record = PublicRecord.objects.filter(kind="permit").earliest("pk")
    PublicRecord.objects.filter(pk=record.pk).update(content_hash="0" * 64)
    rebuild_records()
    # The one that was spoilt has its hash again, and is a version further; no other was written.
    assert unwanted(findings.changed_records(connection, state)) == [
        "permit: updated_at of 1 changed",
        "permit: version of 1 changed",
    ]


def test_each_finding_on_records_is_found(state, undone):
    record = PublicRecord.objects.filter(kind="permit", visible_to__gt=state.moment).earliest("pk")
    PublicRecord.objects.filter(pk=record.pk).update(title="别的标题")
    assert list(findings.changed_records(connection, state)) == ["permit: title of 1 changed"]
    RecordFacet.objects.filter(record=record, name="kind").delete()
    assert list(findings.wrong_facets()) == [f"{record.key}: its facet rows say something else"]
    PublicRecord.objects.filter(pk=record.pk).update(path="/nowhere/")
    assert list(findings.unanswered_kinds(state)) == [f"{record.key} is answered with 404, not 200"]


def test_each_finding_on_seeds_is_found(state, undone):
    back, changed, new = state.changes.deleted[0], state.changes.changed[0], ("penalty_type", "other")
    Term.objects.create(vocabulary=back[0], code=back[1], label="又来了")
    Term.objects.filter(vocabulary=changed[0], code=changed[1]).update(aliases="")
    Term.objects.filter(vocabulary=new[0], code=new[1]).update(code="another")
    assert list(findings.wrong_seeds(connection, state)) == [
        f"term {'.'.join(back)} was deleted and is back",
        f"term {'.'.join(changed)} was changed by a person and is written over",
        f"term {'.'.join(new)} is among the seeds and was not planted",
    ]


# The last one: what it loses stays lost.
def test_a_migration_that_loses_rows_is_found(state, tmp_path, monkeypatch, settings):
    there = PermitParty.objects.count()
    loses = 'migrations.RunSQL("DELETE FROM pages_permitparty"), migrations.DeleteModel("WindowPost")'
    grow("pages", loses, tmp_path, monkeypatch, settings)
    migrate_on()
    assert list(findings.lost_rows(connection, state)) == [
        f"pages_permitparty had {there} rows and has 0",
        "pages_windowpost is gone",
    ]
