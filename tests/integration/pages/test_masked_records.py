"""Names through all texts of one record: its title, its running text, and what is said of it later."""

import pytest

from pages.acts.correct import correct
from pages.acts.privacy import mask_hit
from pages.acts.window import override_window
from pages.acts.withdraw import Ground, withdraw
from pages.examination.hits import hits_of
from records.models import PublicRecord, Withdrawal
from rules.models import PublicationSettings, Term
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision, make_party
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db

OFFICER = "沈知远"
TWELVE = [f"张{char}" for char in "伟芳娜敏静丽强磊军洋勇艳"]


@pytest.fixture
def chief(django_user_model):
    return django_user_model.objects.create_superuser("chief", password="x")


@pytest.fixture
def officers_are_masked():
    settings = PublicationSettings.load()
    settings.officer_name = "surname"
    settings.save()


def record_of(page) -> PublicRecord:
    return PublicRecord.objects.get(page_id=page.pk)


def everything(record: PublicRecord) -> str:
    return str([getattr(record, column.attname) for column in PublicRecord._meta.concrete_fields])


def change(page, **values) -> None:
    """A draft of the page as it stands, with other values."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()


def with_officer(**values):
    page = make_decision(**values)
    page.officers = [make_officer(name=OFFICER), make_officer()]
    let_out(page.save_revision())
    return type(page).objects.get(pk=page.pk)


def test_twelve_persons_of_one_surname_are_told_apart_in_title_parties_and_text():
    page = make_decision(
        publish=True,
        parties=[make_party(name, "person") for name in TWELVE],
        violation_kind=f"{TWELVE[11]}擅自施工",
        facts="、".join(TWELVE) + "未取得许可。",
    )
    record = record_of(page)
    shown = [party["name"] for party in record.parties]
    assert len(set(shown)) == 12
    assert record.fields["facts"] == "、".join(shown) + "未取得许可。"
    assert record.title == f"{shown[0]}等{shown[11]}擅自施工案"
    assert not any(name in everything(record) for name in TWELVE)


def test_a_party_and_a_witness_of_one_surname_are_told_apart_in_the_title_too():
    page = make_decision(
        publish=True, parties=[make_party("张三", "person")], facts="证人张明证实张三擅自施工。", orders="张明"
    )
    record = record_of(page)
    assert record.title.startswith("张某甲")
    assert (record.fields["facts"], record.fields["orders"]) == ("证人张某乙证实张某甲擅自施工。", "张某乙")


def test_a_child_stated_in_one_text_is_named_in_none(chief):
    page = make_decision(
        publish=True, facts="年仅十五岁的男孩刘子轩在现场。", result="刘子轩已送医", orders="看护刘子轩"
    )
    change(page, violation_kind="擅自施工致人受伤")
    correct(page, user=chief, text="刘子轩应为伤者。")
    assert "刘子轩" not in everything(record_of(page))
    withdraw(page, user=chief, reason="为刘子轩之利益撤下")
    assert record_of(page).notice.endswith("为某某之利益撤下")


def test_a_blank_in_a_name_breaks_no_save():
    page = make_decision(publish=True, parties=[make_party("张 三", "person")], facts="张三与张 三。")
    record = record_of(page)
    assert (record.parties[0]["name"], record.fields["facts"]) == ("张某", "张某与张某。")


def test_what_is_said_of_a_decision_later_names_its_officers_as_the_settings_say(officers_are_masked, chief, client):
    page = with_officer(facts=f"执法人员{OFFICER}到场。")
    override_window(page, user=chief, last_day=record_of(page).visible_to.date(), reason=f"由{OFFICER}提出延长")
    change(page, violation_kind="擅自施工致人受伤")
    correct(page, user=chief, text=f"{OFFICER}更正日期。")
    record = record_of(page)
    assert record.fields["window_reason"] == "由沈某提出延长"
    assert record.fields["corrections"][0]["text"] == "沈某更正日期。"
    term = Term.objects.get(vocabulary="withdrawal_ground", code="revoked")
    withdraw(page, user=chief, reason=f"{OFFICER}程序违法", ground=Ground(term, page.decided_on))
    record = record_of(page)
    assert "理由：沈某程序违法" in record.notice
    assert Withdrawal.objects.get(record_key=record.key).reason == "沈某程序违法"
    assert OFFICER not in everything(record)
    assert OFFICER not in client.get(record.path).content.decode()


def test_officers_stay_named_while_the_setting_names_them(chief):
    page = with_officer()
    withdraw(page, user=chief, reason=f"{OFFICER}程序违法")
    assert OFFICER in record_of(page).notice


def test_masking_a_doubtful_name_gives_it_a_form_of_its_own(chief):
    page = make_decision(
        parties=[make_party("张三", "person")], facts="张三到场，项目经理张明，张明称不知情；张某在场。"
    )
    digest = next(one for one in hits_of(page) if one.hit.text == "张明").digest
    assert mask_hit(page, digest=digest, user=chief) == 2
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.facts == "张三到场，项目经理张某甲，张某甲称不知情；张某在场。"
