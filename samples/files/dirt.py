"""The dirt of real spreadsheets, on good rows; and rows that are bad on purpose."""

import datetime as dt
from random import Random
from typing import Any

from samples.files import invent

Row = dict[str, Any]
_BRACKETS = ("〔{}〕", "[{}]", "（{}）", "【{}】", "［{}］", "﹝{}﹞", "({})")
_HAN = "零壹贰叁肆伍陆柒捌玖"


def soil(dice: Random, row: Row) -> Row:
    """One or two stains on one row in three; what the row says stays the same."""
    stained = dict(row)
    if dice.random() < 0.35:
        for stain in dice.sample(_STAINS, dice.choice((1, 2))):
            stain(dice, stained)
    return stained


def _number(dice: Random, row: Row) -> None:
    mark, rest = row["CF_WSH"].split("〔")
    year, serial = rest.split("〕")
    digits = serial.removesuffix("号")
    written = dice.choice((digits, digits.zfill(3), f"第{digits.zfill(3)}"))
    row["CF_WSH"] = f"{mark}{dice.choice(_BRACKETS).format(year)}{written}号"


def _date(dice: Random, row: Row) -> None:
    day = dt.datetime.strptime(row["CF_JDRQ"], "%Y/%m/%d").date()
    row["CF_JDRQ"] = dice.choice(
        (
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.year}.{day.month}.{day.day}",
            f"{day:%Y-%m-%d}",
            f"{day:%Y%m%d}",
            (day - dt.date(1899, 12, 30)).days,
            f"{day:%Y/%m/%d} 00:00:00",
            day,
        )
    )


def _blanks(dice: Random, row: Row) -> None:
    name = row["CF_XDR_MC"]
    row["CF_XDR_MC"] = dice.choice((f"\t{name}\u3000", f"{name}\u00a0", f" {name[:2]} {name[2:]}", f"\u200b{name}"))


def _returns(dice: Random, row: Row) -> None:
    first, rest = row["CF_SY"].split("，", 1)
    row["CF_SY"] = dice.choice(
        (f"{row['CF_SY']}\r", f"{first}，\r\n{rest}", f"{row['CF_SY']}<br/>", f"\u3000\u3000{row['CF_SY']}")
    )


def _amount(dice: Random, row: Row) -> None:
    wan = row["CF_NR_FK"]
    if wan:
        yuan = round(wan * 10_000)
        row["CF_NR_FK"] = dice.choice((f"{wan:g}万元", f"{yuan}元", f"{wan:g} 万元", _in_chinese(yuan)))


def _in_chinese(yuan: int) -> str:
    """大写 of sums below a hundred thousand in whole hundreds; others in digits."""
    if yuan >= 100_000 or yuan % 1000:
        return f"{yuan:,}元"
    wan, thousand = divmod(yuan // 1000, 10)
    text = (f"{_HAN[wan]}万" if wan else "") + (f"{_HAN[thousand]}仟" if thousand else "")
    return f"{text}元整"


def _words(dice: Random, row: Row) -> None:
    row["CF_CFLB"] = row["CF_CFLB"].replace("、", dice.choice((",", "，", "；", " ")))


def _code(dice: Random, row: Row) -> None:
    code = row.get("CF_XDR_SHXYM")
    if code:
        row["CF_XDR_SHXYM"] = dice.choice((code.lower(), f"{code[:8]} {code[8:]}", f"{code}\t"))


def _long_term(dice: Random, row: Row) -> None:
    row["CF_YXQ"] = dice.choice(("长期", "2099-12-31", "9999/12/31"))


_STAINS = (_number, _date, _blanks, _returns, _amount, _words, _code, _long_term)


def spoil(dice: Random, rows: list[Row]) -> list[Row]:
    """Twenty rows that must wait: every reason of refusal, and one pair that contradicts itself."""
    spoiled = [dict(row) for row in rows[:19]]
    for place, row in enumerate(spoiled[:18]):
        _SPOILS[place % len(_SPOILS)](dice, row)
    spoiled.append({**spoiled[18], "CF_SY": spoiled[18]["CF_SY"].replace("发现", "查明", 1), "CF_NR_FK": 9.9})
    return spoiled


def _no_number(dice: Random, row: Row) -> None:
    row["CF_WSH"] = ""


def _no_such_day(dice: Random, row: Row) -> None:
    row["CF_JDRQ"] = dice.choice(("2025/02/30", "2024/13/05", "2026.6.31"))


def _bad_code(dice: Random, row: Row) -> None:
    row["CF_XDR_SHXYM"] = invent.wrong_code(invent.credit_code(dice, "builder"))


def _no_facts(dice: Random, row: Row) -> None:
    row["CF_SY"] = "　"


def _no_amount(dice: Random, row: Row) -> None:
    row["CF_NR_FK"] = "见决定书"


def _future(dice: Random, row: Row) -> None:
    row["CF_JDRQ"] = "2096/03/05"


def _unreadable_number(dice: Random, row: Row) -> None:
    row["CF_WSH"] = "兴住建罚决字第18号"


def _no_name(dice: Random, row: Row) -> None:
    row["CF_XDR_MC"] = ""


_SPOILS = (_no_number, _no_such_day, _bad_code, _no_facts, _no_amount, _future, _unreadable_number, _no_name, _no_facts)
