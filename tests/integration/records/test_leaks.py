"""Leak test: personal information seeded into every text field of every kind of page, in every state; none gets out.

What must never be public stands in each field: an identity number, a mobile phone, a home address, a witness's name.
A published page shows the field with these masked; a page in any other state shows nothing of it.
"""

import json
from datetime import date, timedelta
from itertools import count

import pytest
import time_machine
from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations

from pages.acts.site_tree import place_for
from pages.acts.withdraw import withdraw
from privacy.sealing import seal_numbers
from records.models import PublicRecord
from records.types import all_kinds, kind_of
from records.types.fields import CodeField
from search import service
from search.forms import SearchQuery
from search.mapping import document
from search.models import DatabaseEntry
from tests.factories.pages import make_decision, make_party, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db

IDENTITY, PHONE, STREET, WITNESS, PERSON = "211103199001011230", "13912345678", "泰山路128号", "柳清源", "齐望舒"
SEALED = "211103198507154512"
MARK = "渗漏标记"
SECRETS = (IDENTITY, PHONE, STREET, WITNESS, PERSON, SEALED)
LONG = (
    f"{MARK}：经查，身份证号{IDENTITY}，手机{PHONE}，家庭住址：辽宁省盘锦市兴隆台区{STREET}3单元501室，"
    f"证人{WITNESS}的证言证明上述事实。"
)
# Whoever is a party is masked in every text of the decision; elsewhere the name alone is a word like others.
OF_A_PARTY = f"当事人{PERSON}对此无异议。"
SHORT = f"{MARK}手机{PHONE}"
_serial = count(1)
KINDS = [kind.key for kind in all_kinds() if kind.model]
# Set by the product or by Wagtail, or holding no text of an editor.
LEFT_ALONE = {
    "slug", "url_path", "path", "draft_title", "seo_title", "search_description", "natural_key", "doc_no_norm", "kind",
    "agency_name", "agency_code", "source_code", "approved_source", "position", "credit_code", "region_code",
    "disclosure", "template_string", "record_slug", "seed_token", "commitment",
}  # fmt: skip

OFFICIAL = ("_no", "code", "phone", "address", "contact", "email", "postcode")


def seeded(instance: models.Model, kind: str = "") -> list[str]:
    """Put secrets into every text column that has room and no choices; returns their names."""
    shown = kind_of(kind).find if kind else {}
    names = []
    for field in instance._meta.get_fields():
        if not isinstance(field, models.CharField | models.TextField) or field.choices or field.name in LEFT_ALONE:
            continue
        if isinstance(field, models.SlugField | models.EmailField | models.URLField) or not field.editable:
            continue
        room = getattr(field, "max_length", None) or 10_000
        long = LONG + (OF_A_PARTY if hasattr(instance, "parties") else "")
        text = long if room >= len(long) else SHORT
        # Codes, and where an office is reached: public, but never an identity number.
        if isinstance(shown.get(field.name), CodeField) or field.name.endswith(OFFICIAL):
            text = f"{MARK}{IDENTITY}"
        if room >= len(text):
            setattr(instance, field.name, text)
            names.append(field.name)
    return names


def make(kind: str) -> models.Model:
    """An unsaved page of a kind, every text column and every row below it seeded, in its place of the tree."""
    agency = make_site()
    model = kind_of(kind).model
    page = model(live=False, title=f"{MARK}{kind}{next(_serial)}")
    page.agency, page.agency_name, page.agency_code = agency, agency.name, agency.credit_code
    page.decided_on = date(2026, 10, 8)
    names = seeded(page, kind)
    assert names, kind
    if hasattr(page, "code"):
        page.code = f"QL{next(_serial):04d}"
    if hasattr(page, "doc_no"):
        page.doc_no = "兴住建字〔2026〕9001号"
    if hasattr(page, "remedy"):
        # What the law wants in it bars publishing while it is missing.
        page.remedy = f"可在收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。{page.remedy}"
    for name, value in needed(kind).items():
        setattr(page, name, value)
    for relation in get_all_child_relations(type(page)):
        seed_rows(page, relation)
    return page


def needed(kind: str) -> dict[str, object]:
    """What a kind cannot be stored without."""
    if kind in {"benchmark", "guide"}:
        return {"power": put(make("power"))}
    plain = {
        "agency": {"credit_code": "91211103MA0YQ3X22Y", "name": f"{MARK}某局"},
        "inspection_plan": {"year": 2026},
        "rules_document": {"written_on": date(2026, 10, 8)},
    }
    return plain.get(kind, {})


def seed_rows(page: models.Model, relation: models.ManyToOneRel) -> None:
    name = relation.get_accessor_name()
    if name == "parties":
        page.parties = [relation.related_model(name=PERSON, category=make_party(PERSON, "person").category)]
        return
    row = relation.related_model()
    own = relation.field.name
    if any(field.is_relation and not field.null and field.name != own for field in row._meta.fields):
        return  # rows that only lead elsewhere hold no text of their own
    if seeded(row):
        setattr(page, name, [row])


def put(page: models.Model) -> models.Model:
    place_for(page.kind, page.decided_on.year).add_child(instance=page)
    page.save_revision()
    if page.public_parties():
        seal_numbers(page.pk, {str(page.public_parties()[0].uid): (SEALED, SEALED)})
    return type(page).objects.get(pk=page.pk)


def draft(page, chief):
    pass


def scheduled(page, chief):
    page.go_live_at = timezone.now() + timedelta(days=3)
    let_out(page.save_revision())


def published(page, chief):
    let_out(page.get_latest_revision())


def expired(page, chief):
    published(page, chief)  # and then time goes on: see below


def withdrawn(page, chief):
    published(page, chief)
    page.refresh_from_db()
    person = PERSON if page.public_parties() else "当事人"
    withdraw(page, user=chief, reason=f"{person}（身份证号{IDENTITY}）的决定被撤销，证人{WITNESS}")


STATES = (draft, scheduled, published, expired, withdrawn)


def surfaces(client, kind: str, page: models.Model) -> dict[str, str]:
    """Everything that anybody may ask for."""
    section = f"/{kind_of(kind).section}/"
    record = PublicRecord.objects.filter(page_id=page.pk).first()
    paths = ["/", "/contents/", "/feed.xml", "/sitemap.xml", "/withdrawals/", section, f"{section}2026/"]
    paths += [f"/search/?q={word}" for word in (MARK, PERSON, IDENTITY, PHONE, WITNESS)]
    paths += [f"/search/?kind={kind}", f"/search/results.csv?q={MARK}", f"/sitemap-{kind}-2026-1.xml"]
    if record is not None:
        paths += [record.path, record.permalink or record.path, f"/codes/{record.key}.svg"]
    found = {}
    for path in paths:
        answer = client.get(path)
        assert answer.status_code < 500, path
        found[path] = answer.getvalue().decode(errors="replace")
    return found


def where(values: dict[str, object]) -> list[str]:
    """Which of these values hold a secret; blanks between characters hide none."""
    texts = {name: json.dumps(value, default=str, ensure_ascii=False) for name, value in values.items()}
    fields = values.get("fields")
    if isinstance(fields, dict):
        texts |= {
            f"fields.{name}": json.dumps(value, default=str, ensure_ascii=False) for name, value in fields.items()
        }
    return sorted(name for name, text in texts.items() if any(secret in text.replace(" ", "") for secret in SECRETS))


def asked_back(path: str, text: str) -> str:
    """A search page repeats what was asked; that is no leak."""
    return text if "?q=" not in path else text.replace(path.split("?q=")[1], "")


@pytest.fixture
def chief(django_user_model):
    return django_user_model.objects.create_superuser("chief", password="x")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_personal_gets_out_of_any_field_in_any_state(client, chief, kind):
    make_decision(publish=True)  # a neighbour, so that lists stand
    for state in STATES:
        page = put(make(kind))
        state(page, chief)
        record = PublicRecord.objects.filter(page_id=page.pk).first()
        stored = {} if record is None else record.__dict__
        indexed = {} if record is None else document(record)
        assert where(stored) == [], (kind, state.__name__)
        assert where(indexed) == [], (kind, state.__name__)
        later = record.visible_to if state is expired else timezone.now()
        with time_machine.travel(later, tick=False):
            found = surfaces(client, kind, page)
        for path, text in found.items():
            for secret in SECRETS:
                assert secret not in asked_back(path, text), (kind, state.__name__, path, secret)
            if state is not published:
                assert MARK not in asked_back(path, text), (kind, state.__name__, path)
        if state is published:
            for secret in SECRETS:
                answer = service.find(SearchQuery.of(secret), timezone.now(), only="database")
                # What shares a few of its characters may be offered as similar; the thing itself is not found.
                assert answer.hits.total == 0 or answer.plan.relaxed, (kind, secret)
            assert MARK in client.get(record.path).content.decode(), kind
        type(page).objects.get(pk=page.pk).delete()
        assert record is None or not DatabaseEntry.objects.filter(key=record.key, live=True).exists()
