"""What every kind with a form keeps, from the spreadsheet to the page that the public reads, and back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.admin.panels import ObjectList

from importers.commanding import Order, run_order
from importers.models import RunState
from pages.acts import Approval, DecisionChange, apply_decisions
from pages.admin.attaching import unoffered
from pages.base.shape import shape_of
from pages.examination.declared import unfiltered, unread
from pages.examination.imported import ImportedTexts
from pages.examination.told import own_columns, own_parts, untold
from pages.exports import ExportOrder, export
from pages.projection.context import ProjectionContext
from privacy.models import PartyIdentity
from records.models import PublicRecord
from records.types import kind_of
from tests.factories.kinds import SAID
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
every_kind = pytest.mark.parametrize("kind", sorted(SAID))
# Items that no column of the page type says: what they tell is made of other things.
MADE = {"agency_link"}
KEPT = ("title", "fields", "parties", "facets", "body", "visible_to", "amount_fen", "penalty_types", "result")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23 02:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def user():
    make_site()
    return get_user_model().objects.create_superuser("importer", password="x")


def publish(user, kind):
    approval = Approval(user.pk, "测试来源", timezone.now())
    apply_decisions([DecisionChange(SAID[kind]())], user=user, publish=True, approval=approval)
    return PublicRecord.objects.get()


@pytest.fixture
def record(user, kind):
    return publish(user, kind)


@every_kind
def test_the_public_reads_what_is_declared_and_nobody_by_name(client, record, kind):
    body = client.get(record.path).content.decode()
    told = [record.doc_no, SAID[kind]().subject, *record.facets.get("domain", [])]
    assert [one for one in told if one not in body] == []
    assert "王小明" not in body
    assert "王某" in body
    assert "211103198709097235" not in body
    assert client.get(record.permalink).headers["Location"].endswith(record.path)


@every_kind
def test_it_is_found_by_words_number_and_filters(client, record, kind):
    section = f"/{kind_of(kind).section}/"
    addresses = [section, f"/search/?q={record.doc_no}", f"/search/?q={SAID[kind]().subject}"]
    addresses += [f"{section}?{name}={value}" for name, values in record.facets.items() for value in values]
    assert [one for one in addresses if record.path not in client.get(one).content.decode()] == []
    for name in record.facets:
        assert record.path not in client.get(f"{section}?{name}=无此值").content.decode()


@every_kind
def test_a_window_opens_and_closes(client, record, kind, clock):
    assert record.visible_to == shape_of(kind).model.objects.get().expire_at
    clock.move_to(record.visible_to + timedelta(seconds=1))
    assert client.get(record.path).status_code in {404, 410}


@every_kind
def test_what_was_exported_comes_in_again_unchanged(tmp_path, user, record, kind):
    path = tmp_path / "export.xlsx"
    order = ExportOrder(kind, date(2026, 1, 1), date(2026, 12, 31), with_identity=True, user=user)
    made = export(order, path)
    assert (made.run.rows, made.run.decisions, made.checked.missing.get("责令事项")) == (2, 1, None)
    run = run_order(Order(path, kind, publish=True))
    assert (run.state, run.error) == (RunState.DONE, "")
    assert (run.read, run.created, run.changed, run.unchanged, run.quarantined) == (2, 0, 0, 1, 0), (
        run.waiting_rows.all()
    )
    assert PublicRecord.objects.get().version == 1


@every_kind
def test_a_file_makes_the_same_record(tmp_path, user, kind):
    path = tmp_path / "export.xlsx"
    with transaction.atomic():
        record = publish(user, kind)
        before = {name: getattr(record, name) for name in KEPT}
        export(ExportOrder(kind, date(2026, 1, 1), date(2026, 12, 31), with_identity=True, user=user), path)
        transaction.set_rollback(True)
    run = run_order(Order(path, kind, publish=True))
    assert (run.created, run.quarantined) == (1, 0), [row.problems for row in run.waiting_rows.all()]
    again = PublicRecord.objects.get()
    assert {name: getattr(again, name) for name in KEPT} == before
    assert PartyIdentity.objects.filter(page_id=again.page_id).count() == 1


@every_kind
def test_a_doubtful_place_in_any_text_is_seen(user, kind):
    make_site()
    texts = ImportedTexts(ProjectionContext.load())
    facts = SAID[kind]()
    assert texts.doubtful(facts) == []
    shown = [one.name for one in kind_of(kind).shown if isinstance(getattr(facts, one.name, None), str)]
    # Chosen, not typed; a number by its declaration.
    codes = {"permit_kind", "domain", "licence_no", "measure", "outcome", "decision_type"}
    for name in {*shown, *(n for n in kind_of(kind).told_in if isinstance(getattr(facts, n, None), str))} - codes:
        assert texts.doubtful(replace(facts, **{name: "榆溪家园3号楼2单元501室"})) == [name]


@every_kind
def test_whatever_is_left_out_of_the_declaration_is_an_error(kind):
    declared = kind_of(kind)
    assert untold(declared) == []
    for one in declared.shown:
        if one.name not in MADE and one.name not in {column.shown.name for column in declared.columns}:
            assert _faulty(declared, shown=tuple(other for other in declared.shown if other is not one)), one.name
    for name in declared.told_in:
        assert _faulty(declared, told_in={n: place for n, place in declared.told_in.items() if n != name}) or (
            name == "agency"
        ), name
    for name in declared.internal:
        assert _faulty(declared, internal=tuple(other for other in declared.internal if other != name)), name


@every_kind
def test_a_filter_left_out_is_an_error(kind):
    declared = kind_of(kind)
    assert unfiltered(declared) == []
    for one in declared.facets:
        assert _faulty(declared, unfiltered, facets=tuple(other for other in declared.facets if other is not one)), one
    for name in declared.unfiltered:
        rest = tuple(other for other in declared.unfiltered if other != name)
        assert _faulty(declared, unfiltered, unfiltered=rest), name


@every_kind
def test_a_column_of_the_form_left_out_is_an_error(kind):
    declared = kind_of(kind)
    form = declared.form
    assert unread(declared) == []
    for one in form.columns:
        if one.of_party or one.filled:  # not those that only help to read another
            rest = tuple(other for other in form.columns if other is not one)
            assert unread(replace(declared, form=replace(form, columns=rest))), one.code
    for name in form.left_out:
        rest = {other: reason for other, reason in form.left_out.items() if other != name}
        assert unread(replace(declared, form=replace(form, left_out=rest))) == [name]


@every_kind
def test_a_panel_left_out_is_an_error(kind):
    model = shape_of(kind).model
    assert unoffered(model) == []
    for name in (*own_columns(model), *(part for part, _columns in own_parts(model))):
        handler = ObjectList(_without(model.content_panels, name)).bind_to_model(model)
        assert unoffered(model, handler) == [name]


def _without(panels, name):
    """Panels without the one of a column, wherever it stands."""
    kept = []
    for panel in panels:
        if name in (getattr(panel, "field_name", ""), getattr(panel, "relation_name", "")):
            continue
        if getattr(panel, "children", None):
            panel = panel.clone()
            panel.children = _without(panel.children, name)
        kept.append(panel)
    return kept


def _faulty(declared, asked=untold, **changes):
    try:
        return asked(replace(declared, **changes))
    except ValueError as error:
        return [str(error)]
