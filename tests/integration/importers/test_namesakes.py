"""Two natural persons of one name are two parties: in one file, and against what a page already holds."""

import pytest

from importers.models import WaitingRow
from privacy.crypto import fingerprint
from privacy.models import PartyIdentity
from tests.factories.imports import counts, decision, numbered, send
from tests.factories.pages import make_site
from tests.integration.importers import test_permits as permits

pytestmark = pytest.mark.django_db
A, B, C = "11010519491231002X", "110105194912310038", "110105194912310054"
PERSON = {"CF_XDR_MC": "张示例", "CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_FRDB": "", "CF_XDR_ZJLX": "身份证"}


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def person(number, **changes):
    """A row of decision 1 against a person of the same name."""
    return numbered(1, **{**PERSON, "CF_XDR_ZJHM": number, **changes})


def held(page=None):
    """The identity numbers of a page, in the order of its parties, as letters."""
    page = page or decision(1)
    letters = {fingerprint(number, ""): letter for letter, number in zip("ABC", (A, B, C), strict=True)}
    marks = {row.party_uid: letters[row.fingerprint] for row in PartyIdentity.objects.filter(page_id=page.pk)}
    return "".join(marks.get(party.uid, "-") for party in page.get_latest_revision_as_object().parties.all())


def test_two_in_one_file_are_two_parties(tmp_path):
    assert counts(send(tmp_path, [person(A), person(B)], publish=True)) == (2, 1, 0, 0, 0, 1)
    assert held() == "AB"
    assert [party.name for party in decision(1).parties.all()] == ["张示例", "张示例"]


def test_both_keep_their_numbers_when_the_decision_changes(tmp_path):
    send(tmp_path, [person(A), person(B)], publish=True)
    run = send(tmp_path, [person(A, CF_WFXW="另一类"), person(B, CF_WFXW="另一类")], publish=True)
    assert counts(run) == (2, 0, 1, 0, 0, 1)
    assert held() == "AB"


@pytest.mark.parametrize("rows", [[A], [B], [B, A], [A, B]])
def test_rows_find_the_person_they_mean(tmp_path, rows):
    send(tmp_path, [person(A), person(B)], publish=True)
    send(tmp_path, [person(number, CF_WFXW="另一类") for number in rows], publish=True)
    assert held() == "AB"
    assert decision(1).violation_kind == "另一类"


@pytest.mark.parametrize("rows", [[A, B], [B, A]])
def test_a_second_person_of_the_name_is_added(tmp_path, rows):
    send(tmp_path, [person(A)], publish=True)
    assert counts(send(tmp_path, [person(number) for number in rows], publish=True)) == (2, 0, 1, 0, 0, 1)
    assert held() == "AB"


def test_a_third_number_beside_two_of_the_name_waits(tmp_path):
    send(tmp_path, [person(A), person(B)], publish=True)
    assert counts(send(tmp_path, [person(C)], publish=True)) == (1, 0, 0, 0, 1, 0)
    assert held() == "AB"
    (problem,) = WaitingRow.objects.get().problems
    assert problem["column"] == "CF_XDR_MC"
    assert not any(number in str(problem) for number in (A, B, C))


def test_a_person_entered_by_hand_is_never_overwritten(tmp_path):
    send(tmp_path, [person("")], publish=True)
    page = decision(1)
    (party,) = page.parties.all()
    PartyIdentity.seal(page.pk, party.uid, A, "").save()
    assert counts(send(tmp_path, [person(B)], publish=True)) == (1, 0, 0, 0, 1, 0)
    assert held() == "A"


def test_a_number_mended_by_its_own_source_is_taken_over(tmp_path):
    send(tmp_path, [person(A)], publish=True)
    assert counts(send(tmp_path, [person(B)], publish=True)) == (1, 0, 1, 0, 0, 0)
    assert held() == "B"
    assert counts(send(tmp_path, [person(C)], publish=True)) == (1, 0, 1, 0, 0, 0)
    assert held() == "C"


def test_a_row_without_a_number_takes_no_ones(tmp_path):
    send(tmp_path, [person(A), person(B)], publish=True)
    send(tmp_path, [person("", CF_WFXW="另一类")], publish=True)
    assert held() == "AB"
    waiting = send(tmp_path, [person("", CF_XDR_ZJLX="护照号")], publish=True)
    assert waiting.quarantined == 1
    assert held() == "AB"


def test_a_number_is_filled_in_where_none_is_held(tmp_path):
    send(tmp_path, [person("")], publish=True)
    assert counts(send(tmp_path, [person(A)], publish=True)) == (1, 0, 1, 0, 0, 0)
    assert held() == "A"


def test_holders_of_a_permit_keep_their_numbers(tmp_path):
    def rows(numbers, **changes):
        return [
            permits.row(**{**permits.PERSON, "XK_XDR_MC": "张示例", "XK_XDR_ZJHM": one, **changes}) for one in numbers
        ]

    permits.send(tmp_path, *rows([A, B]), publish=True)
    assert held(permits.page(13)) == "AB"
    permits.send(tmp_path, *rows([B], XK_ZT="2"), publish=True)
    assert held(permits.page(13)) == "AB"
    assert not permits.page(13).is_in_force
