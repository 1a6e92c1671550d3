"""A task of random inspection from commitment to reveal; nothing drawn is public before, nothing committed changes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from pages.inspections import guard
from pages.inspections.acts import (
    ResultsMissingError,
    WrongStateError,
    commit_lottery,
    reveal_lottery,
    run_lottery,
    sealed_task,
)
from pages.kinds.inspection.results import InspectionResultPage
from pages.kinds.lottery.models import InspectionTask, InterestConflict, RosterEntry
from pages.kinds.officer.models import Officer
from pages.lottery import LotteryError, opens
from pages.lottery.problems import Reason
from privacy.crypto import decrypt
from records.models import PublicRecord
from tests.factories.inspections import make_plan
from tests.factories.lotteries import grant, make_task, publish_results

pytestmark = pytest.mark.django_db

TOOL = Path(__file__).parents[2] / "tools" / "redraw.py"


@pytest.fixture
def clerk(django_user_model):
    user = django_user_model.objects.create_user("clerk", password="x")
    return grant(user, "commit_lottery", "run_lottery", "reveal_lottery")


def record_of(task):
    return PublicRecord.objects.public(timezone.now()).filter(key=f"lottery-{task.pk}").first()


def secrets_of(task):
    """What nobody outside may know before the reveal: seed, token, names and codes of the roster."""
    return [decrypt(task.seed_token), task.seed_token, *(one.name for one in task.roster.all())]


def test_a_draft_is_not_public_and_a_commitment_is(client, clerk):
    task = make_task()
    assert record_of(task) is None
    task = commit_lottery(task, user=clerk)
    record = record_of(task)
    assert record.fields["commitment"] == task.commitment
    assert (record.fields["total"], record.fields["number"]) == ("8", "3")
    html = client.get(record.path).content.decode()
    assert task.commitment in html
    assert "燃气设施保护检查" in html
    assert client.get(f"/lottery-files/lottery-{task.pk}.json").status_code == 404


def test_nothing_drawn_is_public_before_the_reveal(client, clerk):
    """Neither seed nor roster: not in the record, its pages, its file; results published meanwhile wait."""
    task = run_lottery(commit_lottery(make_task(), user=clerk), user=clerk)
    results = publish_results(task)
    record = record_of(task)
    stored = json.dumps(record.fields, ensure_ascii=False) + record.body + record.title + json.dumps(record.facets)
    shown = "".join(
        client.get(address).content.decode()
        for address in (
            record.path,
            "/draws/",
            "/inspection-results/",
            f"/lottery-files/{record.key}.json",
            "/feed.xml",
        )
    )
    for secret in secrets_of(task):
        assert secret not in stored
        assert secret not in shown
    assert not PublicRecord.objects.filter(page_id__in=[page.pk for page in results]).exists()
    reveal_lottery(task, user=clerk)
    assert PublicRecord.objects.public(timezone.now()).filter(kind="inspection_result").count() == 3


def test_anyone_recomputes_a_revealed_draw_from_its_public_file(client, clerk, tmp_path):
    task = run_lottery(commit_lottery(make_task(), user=clerk), user=clerk)
    publish_results(task)
    task = reveal_lottery(task, user=clerk)
    file = tmp_path / "draw.json"
    answer = client.get(f"/lottery-files/lottery-{task.pk}.json")
    file.write_bytes(answer.content)
    done = subprocess.run([sys.executable, "-I", str(TOOL), str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    html = client.get(record_of(task).path).content.decode()
    assert task.seed in html
    assert f"/lottery-files/lottery-{task.pk}.json" in html
    published = min(PublicRecord.objects.filter(kind="inspection_result").values_list("visible_from", flat=True))
    assert published >= task.revealed_at


def test_natural_persons_are_sealed_in_their_public_form(clerk):
    task = make_task()
    RosterEntry.objects.create(task=task, name="欧阳明月", is_person=True, order=99)
    task = commit_lottery(task, user=clerk)
    assert "欧阳某" in task.sealed
    assert "欧阳明月" not in task.sealed


def test_two_fitting_officers_without_conflict_are_sent(clerk):
    task = make_task(objects=6, officers=3, number=6)
    barred = Officer.objects.order_by("pk").first()
    for entry in task.roster.all()[:3]:
        InterestConflict.objects.create(task=task, officer=barred, entry=entry, reason="近亲属任职")
    task = run_lottery(commit_lottery(task, user=clerk), user=clerk)
    excluded = {one.public_id for one in task.roster.all()[:3]}
    assert len(task.outcome) == 6
    for row in task.outcome:
        assert len(set(row["officers"])) == 2
        assert row["object"] not in excluded or barred.certificate_no not in row["officers"]
    page = InspectionResultPage.objects.get(task=task, drawn_object=task.outcome[0]["object"])
    assert [one.certificate_no for one in page.inspectors.order_by("certificate_no")] == sorted(
        task.outcome[0]["officers"]
    )
    assert "近亲属" not in task.sealed


def test_each_act_needs_its_right_and_its_turn(clerk, django_user_model):
    task = make_task()
    nobody = django_user_model.objects.create_user("nobody")
    for act in (commit_lottery, run_lottery, reveal_lottery):
        with pytest.raises(PermissionDenied):
            act(task, user=nobody)
    with pytest.raises(WrongStateError):
        run_lottery(task, user=clerk)
    task = commit_lottery(task, user=clerk)
    with pytest.raises(WrongStateError):
        commit_lottery(task, user=clerk)
    with pytest.raises(WrongStateError):
        reveal_lottery(task, user=clerk)
    for delete in (task.delete, InspectionTask.objects.all().delete):
        with pytest.raises(PermissionDenied):
            delete()


def test_a_reveal_waits_for_every_result(clerk):
    task = run_lottery(commit_lottery(make_task(), user=clerk), user=clerk)
    with pytest.raises(ResultsMissingError) as missing:
        reveal_lottery(task, user=clerk)
    assert len(missing.value.names) == 3
    assert record_of(task).fields["seed"] == ""


@pytest.mark.parametrize(
    ("officers", "values", "reason"),
    [
        (1, {}, Reason.TOO_FEW_OFFICERS),
        (4, {"number": 9}, Reason.TOO_FEW_OBJECTS),
        (4, {"number": 0}, Reason.NOTHING_TO_DRAW),
    ],
)
def test_too_few_are_named_before_anything_is_committed(clerk, officers, values, reason):
    task = make_task(officers=officers, **values)
    with pytest.raises(LotteryError) as error:
        commit_lottery(task, user=clerk)
    assert error.value.problems[0].reason == reason
    assert InspectionTask.objects.get(pk=task.pk).commitment == ""


def test_an_object_at_its_yearly_cap_is_not_drawn_again(clerk):
    plan = make_plan(yearly_cap=1)
    first = make_task(objects=2, number=2, plan=plan)
    codes = ["91211103MA0YQ1246M", "91211103MA0YQ1319H"]
    for entry, code in zip(first.roster.all(), codes, strict=True):
        RosterEntry.objects.filter(pk=entry.pk).update(credit_code=code)
    run_lottery(commit_lottery(first, user=clerk), user=clerk)
    second = make_task(objects=3, officers=0, number=1, plan=plan)
    RosterEntry.objects.create(task=second, name="再次列入", credit_code=codes[0], order=9)
    with pytest.raises(LotteryError) as error:
        commit_lottery(second, user=clerk)
    assert (error.value.problems[0].reason, error.value.problems[0].ids) == (Reason.CAP_REACHED, ("再次列入",))


@pytest.mark.parametrize(
    "change",
    [
        {"commitment": "0" * 64}, {"sealed": "{}"}, {"task_no": "别号"}, {"state": "draft"}, {"outcome": []},
        {"state": "committed"}, {"seed": "0" * 64}, {"state": "revealed"},
    ],
)  # fmt: skip
def test_the_database_keeps_what_was_committed_to(clerk, change):
    """Even an update that goes past every act is refused; the seed cannot stand in clear before the reveal."""
    task = run_lottery(commit_lottery(make_task(), user=clerk), user=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        InspectionTask.objects.filter(pk=task.pk).update(**change)


def test_the_draw_refuses_a_store_that_no_longer_fits_its_commitment(clerk):
    """If somebody drops the trigger and changes the lists, the draw notices."""
    task = commit_lottery(make_task(), user=clerk)
    assert opens(sealed_task(task), decrypt(task.seed_token), task.commitment)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # PostgreSQL alters no table with checks that still wait
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    guard.remove(connection)
    changed = task.sealed.replace("N00001", "N00009")
    InspectionTask.objects.filter(pk=task.pk).update(sealed=changed)
    with pytest.raises(ValueError, match="commitment"):
        run_lottery(task, user=clerk)
