"""Remedies by law: ours as seeds, for an administrator to change when the law does."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.seeds.rows import Seed

OLD_BASIS = "《中华人民共和国行政复议法》（1999）第九条；《中华人民共和国行政诉讼法》（1989）第三十八条、第三十九条"
MIDDLE_BASIS = (
    "《中华人民共和国行政复议法》（2009修正、2017修正）第九条；"
    "《中华人民共和国行政诉讼法》（2014修正、2017修正）第四十五条、第四十六条"
)
NEW_BASIS = "《中华人民共和国行政复议法》（2023修订）第二十条、第二十三条；《中华人民共和国行政诉讼法》（2017修正）第四十五条、第四十六条"

SIXTY = "可以自收到决定书之日起六十日内依法申请行政复议，也可以自收到决定书之日起{months}个月内依法直接向人民法院提起行政诉讼。"
FIRST = (
    "对当场作出的行政处罚决定不服的，应当自收到决定书之日起六十日内先申请行政复议；"
    "对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼。"
)
# For what may be a penalty or not: permits and guides show it too.
OTHERWISE = "对当场作出的行政处罚决定不服，或者有法律、行政法规规定的其他情形的，应当先申请行政复议。"
SIXTY_EN = (
    "Whoever does not accept this decision may apply for administrative reconsideration within 60 days of receiving it, "
    "or sue within {months} months of receiving it."
)
FIRST_EN = (
    "Against a penalty imposed on the spot, apply for administrative reconsideration first, within 60 days of receiving "
    "the decision; the decision on reconsideration can be brought before a court within 15 days of receiving it."
)
OTHERWISE_EN = (
    "Reconsideration comes first against a penalty imposed on the spot, and wherever law or administrative regulations "
    "say so."
)

# procedure, from, to, text, English text, basis
ROWS: list[tuple[str, date | None, date | None, str, str, str]] = [
    ("", None, date(2015, 4, 30), f"不服本决定的，{SIXTY.format(months='三')}", SIXTY_EN.format(months=3), OLD_BASIS),
    (
        "", date(2015, 5, 1), date(2023, 12, 31), f"不服本决定的，{SIXTY.format(months='六')}",
        SIXTY_EN.format(months=6), MIDDLE_BASIS,
    ),
    (
        "", date(2024, 1, 1), None, f"不服本决定的，{SIXTY.format(months='六')}{OTHERWISE}",
        f"{SIXTY_EN.format(months=6)} {OTHERWISE_EN}", NEW_BASIS,
    ),
    (
        "ordinary", date(2024, 1, 1), None, f"不服适用普通程序作出的决定的，{SIXTY.format(months='六')}",
        SIXTY_EN.format(months=6), NEW_BASIS,
    ),
    ("summary", date(2024, 1, 1), None, FIRST, FIRST_EN, NEW_BASIS),
]  # fmt: skip


def seeds(term_model: Any) -> Iterator[Seed]:
    """All remedies; the terms they are of are there. That of a procedure which somebody has deleted is none."""
    procedures = {term.code: term for term in term_model.objects.filter(vocabulary="procedure")}
    for code, begins, ends, text, text_en, basis in ROWS:
        if code and code not in procedures:
            continue
        values = {"valid_from": begins, "valid_to": ends, "text": text, "text_en": text_en, "basis": basis}
        yield Seed("rules.RemedyRule", f"{code} {begins}", {"procedure": procedures.get(code), **values})
