"""Numbers of persons: resident identity (GB 11643), mobile phone, landline, bank card (ISO/IEC 7812)."""

import re
from datetime import date

from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from privacy.detection import words
from privacy.detection.plain import before
from privacy.detection.today import today_in_china

_MOBILE = re.compile(r"^(?:0086|86|0)?(1[3-9]\d{9})$")
_AREA = r"(?:010|02\d|0[3-9]\d{2})"
_LANDLINE = re.compile(rf"^(?:0086|86)?{_AREA}[2-8]\d{{6,7}}$")
# First digits of cards that Chinese banks issue: UnionPay 62 and 60, Visa, MasterCard, JCB, Amex, old cards of ICBC.
_ISSUERS = re.compile(r"^(?:6[0-9]|4|5[0-9]|3[4-7]|9558|9559|955|900|940|966|968|984|998|103)")
_GROWN = 14  # an identity number is asked of someone who acts; a permit's date is younger
_PERMIT_YEARS = 20
CARD_LENGTHS = range(16, 20)


def identity(number: str, text: str, start: int) -> bool | None:
    """Certain, doubtful or (None) no identity number. ``number``: digits and a last X."""
    introduced = before(text, start)
    if words.IDENTITY.search(introduced) and not words.CREDIT.search(introduced[-8:]):
        return True if 15 <= len(number) <= 19 else None
    if len(number) == 15:
        return _old_identity(number, introduced)
    if len(number) != 18 or number[0] not in "12345678" or not number[:17].isdigit():
        return None
    born = _day(number[6:14])
    if born is None:
        return None
    right = ric.calc_check_digit(number[:17]) == number[17]
    age = _age(born)
    if words.CREDIT.search(introduced):
        return None
    if words.PERMIT.search(introduced):
        if right:
            return age >= _GROWN
        return None if age <= _PERMIT_YEARS else False
    return right or age >= _GROWN


def is_surely_identity(number: str) -> bool:
    """Whether a field for a code holds an identity number: check digit right, of someone of at least 14 years."""
    if not re.fullmatch(r"[1-8]\d{16}[\dX]", number) or ric.calc_check_digit(number[:17]) != number[17]:
        return False
    born = _day(number[6:14])
    return born is not None and _age(born) >= _GROWN


def _old_identity(number: str, introduced: str) -> bool | None:
    """15 digits, until 2013: division, two digits of the year, month, day, serial; no check digit."""
    if number[0] not in "12345678" or not number.isdigit() or _day(f"19{number[6:12]}") is None:
        return None
    return None if words.CREDIT.search(introduced) or words.PERMIT.search(introduced) else False


def mobile(number: str) -> bool:
    """A mobile number, with or without the country's code."""
    return bool(_MOBILE.match(number))


def landline(number: str) -> bool:
    """A number of a landline with its area code."""
    return bool(_LANDLINE.match(number))


def card(number: str, text: str, start: int) -> bool | None:
    """Certain, doubtful or (None) no bank card. A right check digit alone is chance: one number of ten has it."""
    if not number.isdigit():
        return None
    introduced = before(text, start)
    told = bool(words.BANK.search(introduced))
    if len(number) not in CARD_LENGTHS:
        return False if told and 12 <= len(number) <= 24 else None
    if not told and (is_credit_code(number) or words.CREDIT.search(introduced)):
        return None
    if luhn.is_valid(number):
        if told or (_ISSUERS.match(number) and not words.PERMIT.search(introduced)):
            return True
        return None
    return False if told else None


def is_credit_code(number: str) -> bool:
    """A unified social credit code (GB 32100) with the right check digit."""
    if len(number) != 18:
        return False
    try:
        return bool(uscc.validate(number))
    except ValidationError:
        return False


def phone_certainty(text: str, start: int) -> bool | None:
    """A landline mostly belongs to an office: certain only where words say that it is a person's."""
    introduced = before(text, start, 12)
    if words.PERSONAL.search(introduced):
        return True
    return None if words.OFFICE.search(introduced) else False


def _day(digits: str) -> date | None:
    """A day of birth, not in the future."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return day if date(1850, 1, 1) <= day <= today_in_china() else None


def _age(born: date) -> float:
    return (today_in_china() - born).days / 365.25
