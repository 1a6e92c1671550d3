"""About 300 invented decisions of four years, as clean rows of the form."""

import datetime as dt
from random import Random
from typing import Any

from rules.validators import NO_CREDIT_CODE
from samples.files import invent
from samples.files import violations as of
from samples.files.violations import VIOLATIONS, Violation

COUNT = 300
FIRST, LAST = dt.date(2022, 12, 1), dt.date(2026, 11, 20)
AUTHORITY, AUTHORITY_CODE = "兴隆台区住房和城乡建设局", "112111030012345672"
REMARK = "示例数据，单位、人员、地点和事件均为虚构"
_MARK = "兴住建罚决字"
Row = dict[str, Any]


def invent_decisions(dice: Random) -> list[list[Row]]:
    """Decisions in the order of their dates; each is a list of rows, one a party."""
    days = sorted(invent.workday(dice, FIRST, LAST) for _ in range(COUNT))
    serials: dict[int, int] = {}
    decisions = []
    for day in days:
        serials[day.year] = serials.get(day.year, 0) + 1
        number = f"{_MARK}〔{day.year}〕{serials[day.year]}号"
        decisions.append(_decision(dice, dice.choice(VIOLATIONS), day, number))
    return decisions


def _decision(dice: Random, violation: Violation, day: dt.date, number: str) -> list[Row]:
    trade = dice.choice(violation.parties)
    parties = [_party(dice, trade)]
    if trade == of.BUILDER and dice.random() < 0.12:
        parties.append(_party(dice, of.BUILDER))
    fine, gains = _sum(dice, violation.fine), _sum(dice, violation.gains)
    minor = day >= dt.date(2026, 4, 1) and not fine and not gains
    shared = {
        "CF_WSH": number,
        "CF_WFXW": violation.kind,
        "CF_SY": _facts(dice, violation, parties, day),
        "CF_YJ": violation.basis,
        "CF_CFLB": "、".join(_words(violation, fine, gains)),
        "CF_NR": "；".join(_results(violation, fine, gains)),
        "CF_NR_FK": fine / 10_000 if fine else "",
        "CF_NR_WFFF": gains / 10_000 if gains else "",
        "CF_NR_ZKDX": "",
        "CF_JDRQ": f"{day:%Y/%m/%d}",
        "CF_YXQ": "2099/12/31",
        "CF_GSJZQ": f"{_window_end(dice, day, fine, minor):%Y/%m/%d}",
        "CF_CFJG": AUTHORITY,
        "CF_CFJGDM": AUTHORITY_CODE,
        "CF_SJLY": AUTHORITY,
        "CF_SJLYDM": AUTHORITY_CODE,
        "BZ": REMARK,
    }
    return [{**party, **shared} for party in parties]


def _party(dice: Random, trade: str) -> Row:
    if trade == of.PERSON:
        return {
            "CF_XDR_MC": invent.person(dice),
            "CF_XDR_LB": "自然人",
            "CF_XDR_ZJLX": "身份证",
            "CF_XDR_ZJHM": invent.identity_number(dice),
        }
    without_code = trade == of.SHOP and dice.random() < 0.5
    return {
        "CF_XDR_MC": invent.firm(dice, trade),
        "CF_XDR_LB": "个体工商户" if trade == of.SHOP else "法人及非法人组织",
        "CF_XDR_SHXYM": NO_CREDIT_CODE if without_code else invent.credit_code(dice, trade),
        "CF_FRDB": invent.person(dice),
        "CF_FR_ZJLX": "身份证",
        "CF_FR_ZJHM": invent.identity_number(dice),
    }


def _sum(dice: Random, span: tuple[int, int]) -> int:
    """A sum of the range, rounded as bureaus round."""
    if not span[1]:
        return 0
    step = 1000 if span[1] >= 20_000 else 100
    return max(span[0], dice.randrange(span[0], span[1] + 1) // step * step)


def _facts(dice: Random, violation: Violation, parties: list[Row], day: dt.date) -> str:
    found = day - dt.timedelta(days=dice.randrange(20, 85))
    names = "、".join(party["CF_XDR_MC"] for party in parties)
    what = violation.what.format(price=dice.randrange(12, 900), count=dice.randrange(3, 60))
    return (
        f"{found.year}年{found.month}月{found.day}日，执法人员对{invent.site(dice)}进行检查，"
        f"发现{names}{what}，违反了{violation.broken}的规定。"
        "以上事实有现场检查（勘验）笔录、询问笔录、现场照片、相关合同等证据证实。"
    )


def _words(violation: Violation, fine: int, gains: int) -> list[str]:
    return [word for word, used in (("警告", violation.warning), ("罚款", fine), ("没收违法所得", gains)) if used]


def _results(violation: Violation, fine: int, gains: int) -> list[str]:
    parts = ["给予警告"] if violation.warning else []
    parts += [f"罚款{fine}元"] if fine else []
    parts += [f"没收违法所得{gains}元"] if gains else []
    return parts


def _window_end(dice: Random, day: dt.date, fine: int, minor: bool) -> dt.date:
    """What the bureau declares; some ends are longer than the rules allow, and are shortened by the import."""
    if minor:
        return day + dt.timedelta(days=90)
    years = 3 if fine >= 50_000 or dice.random() < 0.5 else 1
    return day.replace(year=day.year + years) if (day.month, day.day) != (2, 29) else day + dt.timedelta(365 * years)
