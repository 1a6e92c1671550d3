"""Invented names, codes and places: valid in form, belonging to nobody."""

import datetime as dt
from random import Random

import chinese_calendar
from stdnum.cn import ric, uscc

from samples.files import violations as of

_SYLLABLES = "澜岚汀溪霁屿峤砚桐榆朔鹤岑沅渚筠棠"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_TRADES = {
    of.BUILDER: ("建筑工程有限公司", "市政工程有限公司", "建设集团有限公司"),
    of.DEVELOPER: ("房地产开发有限公司", "置业有限公司"),
    of.PROPERTY: ("物业服务有限公司", "物业管理有限公司"),
    of.GAS: ("燃气有限公司", "液化气有限公司"),
    of.DECORATOR: ("装饰装修有限公司", "装饰工程有限公司"),
    of.SUPERVISOR: ("工程监理有限公司", "工程项目管理有限公司"),
    of.LAB: ("建设工程检测有限公司",),
    of.SHOP: ("燃气用具商行", "装饰材料经营部", "液化气供应站"),
}
# An area code that the national list does not have, so that no number is anybody's.
_AREA = "211199"


def pair(dice: Random) -> str:
    """Two different syllables for a name."""
    return "".join(dice.sample(_SYLLABLES, 2))


def person(dice: Random) -> str:
    """A person's name."""
    return dice.choice(_SURNAMES) + "".join(dice.sample(_SYLLABLES, dice.choice((1, 2, 2))))


def firm(dice: Random, trade: str) -> str:
    """The name of a firm or shop of a trade."""
    place = "兴隆台区" if trade == of.SHOP else "盘锦"
    return f"{place}{pair(dice)}{dice.choice(_TRADES[trade])}"


def credit_code(dice: Random, trade: str) -> str:
    """A unified social credit code with its right check digit."""
    first = "92" if trade == of.SHOP else "91"
    body = f"{first}{_AREA}" + "".join(dice.choice("0123456789ABCDEFGH") for _ in range(9))
    return body + uscc.calc_check_digit(body)


def wrong_code(code: str) -> str:
    """The same code with a wrong check digit."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def identity_number(dice: Random) -> str:
    """An 18-place identity number with its right check digit."""
    born = dt.date(1960, 1, 1) + dt.timedelta(days=dice.randrange(16_000))
    body = f"{_AREA}{born:%Y%m%d}{dice.randrange(1000):03d}"
    return body + ric.calc_check_digit(body + "0")


def site(dice: Random) -> str:
    """A building site or an address."""
    road = f"{pair(dice)}{dice.choice(('路', '街', '大街'))}"
    project = f"“{pair(dice)}{dice.choice(('府', '苑', '里', '花园', '广场'))}”"
    part = dice.choice(("一期工程", "二期工程", "项目", "3号楼", "8号楼"))
    return f"兴隆台区{road}{dice.randrange(1, 300)}号{project}{part}"


def workday(dice: Random, first: dt.date, last: dt.date) -> dt.date:
    """A working day; a public holiday gives way to the first working day after it."""
    while True:
        day = first + dt.timedelta(days=dice.randrange((last - first).days + 1))
        if day.weekday() < 5:
            break
    while not chinese_calendar.is_workday(day):
        day += dt.timedelta(days=1)
    return day
