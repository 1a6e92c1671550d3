"""Invented identifiers of valid shape in invented sentences, and numbers that tell of nobody."""

import random
from collections.abc import Callable
from datetime import date, timedelta

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚玲辉鹏华健波斌宇浩凯婷雪琳晨建国志明海燕春梅文博子涵佳怡晓东玉兰桂英"


def digits(r: random.Random, count: int) -> str:
    return "".join(r.choice("0123456789") for _ in range(count))


def day(r: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=r.randrange((last - first) * 365))


def identity(r: random.Random) -> str:
    place = r.choice(["2111", "1101", "3102", "4403", "5101", "6501"]) + f"{r.randrange(1, 30):02d}"
    head = f"{place}{day(r, 1940, 2010):%Y%m%d}{digits(r, 3)}"
    return head + "10X98765432"[sum(int(c) * w for c, w in zip(head, WEIGHTS, strict=True)) % 11]


def wrong_identity(r: random.Random) -> str:
    right = identity(r)
    return right[:-1] + r.choice([c for c in "0123456789X" if c != right[-1]])


def old_identity(r: random.Random) -> str:
    return f"211103{day(r, 1940, 1990):%y%m%d}{digits(r, 3)}"


def mobile(r: random.Random) -> str:
    return "1" + r.choice("3456789") + digits(r, 9)


def landline(r: random.Random) -> str:
    return r.choice(["0427", "024", "010", "0412"]) + r.choice(["-", "—", " "]) + r.choice("2345678") + digits(r, 6)


def card(r: random.Random) -> str:
    head = r.choice(["6222", "6217", "6228", "4367", "5240", "9558"]) + digits(r, r.choice([11, 14]))
    total = sum(
        (int(c) * 2 - 9 if int(c) > 4 else int(c) * 2) if place % 2 == 0 else int(c)
        for place, c in enumerate(reversed(head))
    )
    return head + str(-total % 10)


def plate(r: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    tail = r.choice(["D", "F"]) + digits(r, 5) if r.random() < 0.3 else digits(r, 3) + r.choice(letters) + digits(r, 1)
    return r.choice("辽京沪津冀黑吉") + r.choice(letters) + r.choice(["", "·"]) + tail


def email(r: random.Random) -> str:
    name = "".join(r.choice("abcdefghijkmnpqrstuvwxyz") for _ in range(7))
    return f"{name}{digits(r, 2)}@{r.choice(['qq.com', '163.com', 'example.com.cn'])}"


def address(r: random.Random) -> str:
    district = r.choice(["兴隆台区", "双台子区", "大洼区", "盘山县"])
    return (
        f"辽宁省盘锦市{district}{r.choice(['石油大街', '泰山路', '惠宾街'])}"
        f"{r.randrange(1, 300)}号{r.randrange(1, 40)}号楼{r.randrange(1, 6)}单元{r.randrange(101, 2600)}室"
    )


def name(r: random.Random) -> str:
    return r.choice(SURNAMES) + "".join(r.choice(GIVEN) for _ in range(r.choice([1, 2])))


def certificate(r: random.Random) -> str:
    return f"辽（{r.randrange(2016, 2026)}）盘锦市不动产权第{digits(r, 7)}号"


# Kind, its maker, and sentences around it.
PRIVATE: list[tuple[str, Callable[[random.Random], str], tuple[str, ...]]] = [
    (
        "identity",
        identity,
        ("当事人（身份证号{}）未取得施工许可证。", "经查，{}持证人擅自施工。", "身份证：{}，男，汉族。"),
    ),
    ("identity", wrong_identity, ("身份证号码{}，", "持有人{}在现场。")),
    ("identity", old_identity, ("身份证号{}。", "其旧证为{}，已失效。")),
    ("mobile", mobile, ("联系电话{}。", "其手机号为{}，多次拨打", "（{}）")),
    ("landline", landline, ("住宅电话{}。", "电话：{}，", "家庭电话（{}）")),
    ("bank_card", card, ("转入账号{}。", "银行卡{}被冻结", "卡号：{}，开户行")),
    ("plate", plate, ("驾驶{}渣土车沿街抛撒。", "车牌号{}，", "车辆（{}）")),
    ("email", email, ("邮箱{}。", "发送至{}，")),
    ("address", address, ("住{}。", "家庭住址：{}，", "户籍地为{}；")),
    ("name", name, ("证人{}证实，", "委托代理人：{}，", "第三人{}陈述", "举报人{}，")),
    ("minor", name, ("未成年人{}，", "其子{}（男，15岁）")),
    ("property", certificate, ("房屋权属证书为{}。", "{}记载")),
]


def document_number(r: random.Random) -> str:
    a, b = r.choice(["〔〕", "[]", "（）", "【】", "［］", "﹝﹞", "()"])
    mark, before = r.choice(["洪城罚决字", "盘住建罚字", "兴综执罚决", "辽建罚字"]), r.choice(["第", "", "建设第"])
    return f"{mark}{a}{r.randrange(2010, 2027)}{b}{before}{r.randrange(1, 99999):0{r.choice([1, 3, 6])}d}号"


def credit_code(r: random.Random) -> str:
    head = r.choice(["91", "92", "93", "52", "12", "11"]) + "2111" + f"{r.randrange(0, 30):02d}"
    # Nine characters of the organisation: most begin with letters, the old ones are digits only.
    head += ("MA" + "".join(r.choice(CODE_SIGNS) for _ in range(7))) if r.random() < 0.6 else digits(r, 9)
    value = sum(CODE_SIGNS.index(c) * w for c, w in zip(head, CODE_WEIGHTS, strict=True))
    return head + CODE_SIGNS[-value % 31]


def amount(r: random.Random) -> str:
    number = r.choice([f"{r.uniform(1, 2e9):.2f}", f"{r.randrange(1, 10**11)}", f"{r.uniform(0.1, 2e6):.6f}"])
    return number + r.choice(["元", "万元", "平方米"]) if r.random() < 0.8 else f"￥{r.uniform(1, 1e8):,.2f}"


def moment(r: random.Random) -> str:
    one, other = day(r, 2010, 2027), day(r, 2010, 2027)
    return r.choice(
        [
            f"{one:%Y年%m月%d日}",
            f"{one:%Y-%m-%d}",
            f"{one:%Y/%m/%d}",
            f"{one:%Y%m%d}",
            f"{one:%Y.%m.%d}-{other:%Y.%m.%d}",
            f"{one:%Y%m%d}-{other:%Y%m%d}",
            f"{one:%Y-%m-%d} {other:%Y-%m-%d}",
            f"{one:%Y%m%d}1030{r.randrange(10, 60)}",
        ]
    )


PUBLIC: list[tuple[Callable[[random.Random], str], tuple[str, ...]]] = [
    (document_number, ("行政处罚决定书{}。", "依据{}作出", "（{}）")),
    (credit_code, ("统一社会信用代码{}，", "该公司{}，", "（{}）")),
    (amount, ("罚款{}。", "合同价款{}，", "面积{}；")),
    (moment, ("于{}作出决定。", "自{}起", "日期：{}，")),
]
