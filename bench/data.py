"""Invented penalty decisions of realistic length (about 600 characters), the same for every run."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from stdnum.cn import uscc

from pages.kinds.penalty.importing import PenaltyData
from records.types.decision_data import DecisionData, PartyData, PartyIdentityNumbers

BUREAU_NAME, BUREAU_CODE = "兴隆台区住房和城乡建设局", "112111030012345672"
_KINDS = (
    "未取得施工许可证擅自施工",
    "未按照工程设计图纸施工",
    "施工现场未采取扬尘防治措施",
    "未对建筑材料进行检验",
    "未取得商品房预售许可证预售商品房",
    "物业服务企业擅自改变物业管理用房用途",
    "未按规定办理工程质量监督手续",
    "擅自挖掘城市道路",
)
_LAWS = ("《建设工程质量管理条例》", "《中华人民共和国建筑法》", "《建设工程安全生产管理条例》", "《物业管理条例》")
_WORDS = "鹤汀砚榆霁岚屿峤溪澜桐朔"
_TRADES = ("建筑工程", "装饰装修", "市政工程", "房地产开发", "物业服务", "燃气")
_SENTENCE = (
    "经查，当事人在兴隆台区{street}{door}号工地实施的{project}工程中{kind}，合同价款{sum}万元，"
    "上述事实有现场检查（勘验）笔录、询问笔录、施工合同、现场照片等证据证明，当事人对上述事实无异议。"
)


def decisions(count: int, seed: int = 1, days: int = 1000) -> Iterator[DecisionData]:
    """``count`` decisions with rising serials, made in the last ``days`` days."""
    start = date.today() - timedelta(days=days)
    chance = random.Random(seed)
    for serial in range(1, count + 1):
        yield _decision(serial, start + timedelta(days=serial * (days - 1) // max(count, 1)), chance)


def _decision(serial: int, day: date, chance: random.Random) -> DecisionData:
    kind = chance.choice(_KINDS)
    fine = Decimal(chance.randrange(1000, 400000))
    party = _person(chance) if serial % 11 == 0 else _company(chance)
    facts = "".join(_sentence(kind, chance) for _ in range(5))
    return PenaltyData(
        doc_no=f"兴住建罚决字〔{day.year}〕第{serial:05d}号",
        decided_on=day,
        facts=f"{party.name}{kind}。{facts}",
        parties=(party,),
        violation_kind=kind,
        basis=f"{chance.choice(_LAWS)}第{chance.choice('四五六')}十{chance.choice('一二三五七')}条" * 3,
        penalty_types=("warning", "fine") if serial % 4 == 0 else ("fine",),
        result=f"罚款{fine}元",
        fine=fine,
        effect_until=date(2099, 12, 31),
        agency_name=BUREAU_NAME,
        agency_code=BUREAU_CODE,
        source_name=BUREAU_NAME,
        source_code=BUREAU_CODE,
    )


def _sentence(kind: str, chance: random.Random) -> str:
    street = f"{chance.choice(_WORDS)}{chance.choice(_WORDS)}路"
    return _SENTENCE.format(
        street=street,
        door=chance.randrange(1, 400),
        project=chance.choice(_TRADES),
        kind=kind,
        sum=chance.randrange(10, 900),
    )


def _company(chance: random.Random) -> PartyData:
    name = f"盘锦{chance.choice(_WORDS)}{chance.choice(_WORDS)}{chance.choice(_TRADES)}有限公司"
    body = f"91211103{chance.randrange(10**8):08d}X"
    return PartyData(
        name, "organisation", body + uscc.calc_check_digit(body), representative="周" + chance.choice(_WORDS)
    )


def _person(chance: random.Random) -> PartyData:
    name = chance.choice("王李张刘") + chance.choice(_WORDS) + chance.choice(_WORDS)
    number = f"211103{chance.randrange(1960, 2000)}0709{chance.randrange(1000):03d}X"
    return PartyData(name, "person", id_type="身份证", identity=PartyIdentityNumbers(personal=number))
