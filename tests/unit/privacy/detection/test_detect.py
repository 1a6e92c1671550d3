"""Hits in running text, spelled as people spell, and what must never be hit."""

import time

import pytest

from privacy.detection import HitKind, detect, mask

IDENTITY = "211103199001011230"
PERMIT = "211103202603160101"


def kinds(text: str) -> list[tuple[str, bool]]:
    return [(hit.kind.value, hit.certain) for hit in detect(text)]


@pytest.mark.parametrize(
    "spelled",
    [
        IDENTITY,
        "２１１１０３１９９００１０１１２３０",
        "211103 19900101 1230",
        "211103-19900101-1230",
        "211103\u200b199001\u2060011230",
        "211103199001\n011230",
        "2 1 1 1 0 3 1 9 9 0 0 1 0 1 1 2 3 0",
        "（211103199001011230）",
        "211103　19900101　1230",
    ],
)
def test_an_identity_number_is_found_however_it_is_written(spelled):
    text = f"当事人身份证号：{spelled}，已核对。"
    hits = detect(text)
    assert [(hit.kind, hit.certain) for hit in hits] == [(HitKind.IDENTITY, True)]
    assert text[hits[0].start : hits[0].end] == hits[0].text
    assert mask(text, hits).replace("（", "").replace("）", "") == "当事人身份证号：21**************30，已核对。"


@pytest.mark.parametrize(
    "spelled",
    ["13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "+86 13812345678", "8613812345678",
     "138\u200b1234\u200b5678", "1381234\n5678", "（138）12345678", "一三八一二三四五六七八", "138.1234.5678"],
)  # fmt: skip
def test_a_mobile_number_is_found_however_it_is_written(spelled):
    text = f"联系方式{spelled}。"
    assert (HitKind.MOBILE, True) in [(hit.kind, hit.certain) for hit in detect(text)]
    assert "12345678" not in mask(text, detect(text))
    assert mask(text, detect(text)).endswith("5678。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("身份证号211103199001011234，", [("identity", True)]),  # check digit wrong
        ("身份证号211103900101123", [("identity", True)]),
        ("其证为211103900101123。", [("identity", False)]),
        ("住宅电话0427-2818888", [("landline", True)]),
        ("电话（0427）2818888", [("landline", False)]),
        ("监督电话0427-2818888", []),
        ("转入6222021234567890128", [("bank_card", True)]),
        ("账号6222021234567890123", [("bank_card", False)]),
        ("编号6222021234567890123", []),
        ("车辆辽L12345与辽LD12345、辽L·1234挂", [("plate", True)] * 3),
        ("邮箱zhang.san@qq.com，", [("email", True)]),
        ("举报邮箱jb@panjin.gov.cn", []),
        ("辽（2023）盘锦市不动产权第0012345号", [("property", True)]),
        ("家住盘锦市兴隆台区石油大街112号", [("address", True)]),
        ("户籍地：辽宁省盘锦市大洼区田家镇前进村3组", [("address", True)]),
        ("在盘锦市兴隆台区石油大街112号擅自施工", []),
        ("某公司住所：盘锦市兴隆台区石油大街112号", []),
        ("某小区3号楼2单元501室拆改承重墙", [("address", False)]),
        ("送达地址：盘锦市兴隆台区石油大街112号", [("address", False)]),
        ("证人李明证实，代理人：欧阳修文到场", [("name", True), ("name", True)]),
        ("证人张三陈述", [("name", True)]),
        ("法定代表人：赵六，", [("name", False)]),
        ("第三人应当停止施工，代理人有权查阅", []),
        ("证人王某证实", []),
        ("举报人陈述和提交的材料，工人宿舍，业主公约", []),
        ("未成年人赵小宝、王五（男，15岁）", [("minor", True), ("minor", True)]),
        ("王五（男，45岁）", []),
    ],
)
def test_what_is_found(text, found):
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    ["洪城罚决字〔2025〕建设第22号", "该公司52211121583543491M，",
     "鸡国土罚字（2013）第79号", "【2022】4号", "罚字[2020]13812345678号",
     "统一社会信用代码91211103MA10G3XY7J", "罚款15000000000元", "13812345678.50元", "20251204-20261203",
     "2025-12-04 2026-12-03", "1033.71325万元", "《条例》第二十八条第一款", "项目代码2020-211103-47-03-012345",
     f"施工许可证编号{PERMIT}", "43**************10", "19********1", "京B2-20201234"],
)  # fmt: skip
def test_what_is_never_hit(text):
    assert kinds(text) == []


def test_a_masked_text_has_no_hits():
    text = (
        f"证人李明，身份证号{IDENTITY}，家住盘锦市兴隆台区石油大街112号，电话13812345678，辽L12345，a.b@qq.com，"
        "卡号6222021234567890128，辽（2023）盘锦市不动产权第0012345号，住宅电话0427-2818888"
    )
    once = mask(text, detect(text))
    assert detect(once) == []
    assert once == (
        "证人李某，身份证号21**************30，家住盘锦市兴隆台区****，电话138****5678，辽L****5，a***@qq.com，"
        "卡号6222***********0128，辽（2023）盘锦市不动产权第****号，住宅电话0427*****88"
    )


def test_known_names_and_numbers_are_left_to_others():
    assert detect("法定代表人：赵六，电话0427-2818888", known={"赵六", "0427-2818888"}) == []


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "12-", "住", "住址市", "证人张", "岁", "未成年王", "@", "a", "\u200b", "1\u200b", "不动产权", "辽(2023",
     "身份证张王李", "211103 1990", "0427 ", "辽A ", "5单元", "户籍地辽宁省"],
)  # fmt: skip
def test_time_grows_with_the_length_of_a_hostile_text(piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        detect(text)
        return time.process_time() - start

    short, long = seconds(10_000), seconds(200_000)
    assert long < max(20 * short * 4, 0.5)
