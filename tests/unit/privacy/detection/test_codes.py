"""Plates of cars, e-mail addresses, numbers of certificates of real estate."""

import pytest

from privacy.detection.codes import find_certificates, find_emails, find_plates
from privacy.detection.plain import plain


def found(find, text: str) -> list[tuple[str, bool]]:
    hits = list(find(plain(text), text))
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    return [(hit.text, hit.certain) for hit in hits]


@pytest.mark.parametrize(
    ("text", "plate", "certain"),
    [
        ("驾驶辽L12345。", "辽L12345", True),
        ("辽l·1234a，", "辽l·1234a", True),
        ("辽 L 1 2 3 4 5", "辽 L 1 2 3 4 5", True),
        ("辽L.12345", "辽L.12345", True),
        ("辽L-12345", "辽L-12345", True),
        ("辽LD12345", "辽LD12345", True),
        ("辽Ld12345", "辽Ld12345", True),
        ("辽L12345F", "辽L12345F", True),
        ("辽L12345f", "辽L12345f", True),
        ("辽L12345Z", "辽L12345Z", False),
        ("辽L123456", "辽L123456", False),
        ("辽L·123456", "辽L·123456", False),
        ("辽L1234挂", "辽L1234挂", True),
        ("辽LAAA11", "辽LAAA11", True),
        ("辽L\u200b12345", "辽L\u200b12345", True),
    ],
)
def test_plates(text, plate, certain):
    assert found(find_plates, text) == [(plate, certain)]


@pytest.mark.parametrize(
    "text",
    [
        "辽LABCDE", "辽LABCD1", "辽L1234567", "辽L1234", "辽I12345", "某L12345", "辽L-123456",
        "塔吊辽L-12345", "备案号：辽L-12345", "起重机编号某某某辽L-12345",
    ],
)  # fmt: skip
def test_what_is_no_plate(text):
    assert found(find_plates, text) == []


def test_a_word_of_cranes_far_before_or_another_mark_leaves_a_plate_a_plate():
    assert found(find_plates, "起重机一二三四五六七辽L-12345") == [("辽L-12345", True)]
    assert found(find_plates, "塔吊，辽L-12345") == [("辽L-12345", True)]
    assert found(find_plates, "塔吊辽L·12345") == [("辽L·12345", True)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("邮箱zhang.san+1@qq.com，", "zhang.san+1@qq.com"),
        ("a@b-c.example.com.cn。", "a@b-c.example.com.cn"),
        ("ａ＠ｑｑ．ｃｏｍ", "ａ＠ｑｑ．ｃｏｍ"),
        ("发至zhang @ qq.com", "zhang @ qq.com"),
        ("zh\u200bang\u200b@\u200bqq\u200b.com", "zh\u200bang\u200b@\u200bqq\u200b.com"),
        ("x" * 70 + "@qq.com", "x" * 64 + "@qq.com"),
        ("监督一二三四五六七八九十甲乙a@qq.com", "a@qq.com"),
        ("a@notgov.cn", "a@notgov.cn"),
        ("a@gov.cn.com", "a@gov.cn.com"),
    ],
)
def test_mail_addresses(text, address):
    assert found(find_emails, text) == [(address, True)]


@pytest.mark.parametrize(
    "text",
    [
        "@qq.com", "某@qq.com", "a@qq", "a@", "a@某.com", "a  @qq.com", "a@  qq.com", "a@qq.c", "jb@panjin.gov.cn",
        "jb@GOV.CN", "监督邮箱a@qq.com", "举报：一二三四五六七八九a@qq.com",
    ],
)  # fmt: skip
def test_what_is_no_mail_address_of_a_person(text):
    assert found(find_emails, text) == []


def test_every_mail_address_of_a_text_is_found():
    text = "@，a@b，a@qq.com、jb@x.gov.cn；c@163.com"
    assert found(find_emails, text) == [("a@qq.com", True), ("c@163.com", True)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("见辽（2023）盘锦市不动产权第0012345号，", "辽（2023）盘锦市不动产权第0012345号"),
        ("房权证盘字第 0012-345 号", "房权证盘字第 0012-345"),
        ("房产证1234", "房产证1234"),
        ("国有土地使用证：盘国用字第00123号。", "国有土地使用证：盘国用字第00123号"),
        ("不动产登记证明第0012号", "不动产登记证明第0012号"),
        ("房屋所有权证0012号", "房屋所有权证0012号"),
    ],
)
def test_certificates_of_real_estate(text, number):
    assert found(find_certificates, text) == [(number, True)]


@pytest.mark.parametrize("text", ["不动产权第012号", "不动产权，第0012345号", "许可证0012345号", "不动产权证书"])
def test_what_is_no_number_of_a_certificate(text):
    assert found(find_certificates, text) == []
