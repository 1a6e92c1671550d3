"""Children are named by nobody: an age, a word or a day of birth says that somebody is one."""

from datetime import UTC, datetime

import pytest

from privacy.detection import HitKind, detect, mask

YEAR = datetime.now(UTC).year


def certain(text: str) -> str:
    return mask(text, [hit for hit in detect(text) if hit.certain])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("年仅十五岁的男孩刘子轩在现场。", "年仅十五岁的男孩某某在现场。"),
        ("一名年仅九岁的女童赵小花跌落。", "一名年仅九岁的女童某某跌落。"),
        ("年约十五岁的刘子轩，", "年约十五岁的某某，"),
        ("年仅15岁的刘子轩。", "年仅15岁的某某。"),
        ("15岁的刘子轩未到场。", "15岁的某某未到场。"),
        ("15 岁的少年刘子轩，", "15 岁的少年某某，"),
        ("12周岁的学生赵小花跌落。", "12周岁的学生某某跌落。"),
        ("不满14周岁的张小宝，未满十八周岁的李小红。", "不满14周岁的某某甲，未满十八周岁的某某乙。"),
        ("刘子轩，年仅十五岁。", "某某，年仅十五岁。"),
        ("刘子轩今年15岁。", "某某今年15岁。"),
        ("刘子轩（男，汉族，15岁）", "某某（男，汉族，15岁）"),
        ("刘子轩（其子，15岁）", "某某（其子，15岁）"),
        ("男孩刘子轩（十五岁）", "男孩某某（十五岁）"),
        ("初中生刘子轩擅自进入工地。", "初中生某某擅自进入工地。"),
        ("女孩王小红在场", "女孩某某在场"),
        ("未成年的李小红、未成年当事人刘子轩。", "未成年的某某甲、未成年当事人某某乙。"),
        (f"被害人刘子轩（女，{YEAR - 12}年1月1日生）", f"被害人某某（女，{YEAR - 12}年1月1日生）"),
        (f"刘子轩，男，汉族，{YEAR - 12}年1月1日出生，", f"某某，男，汉族，{YEAR - 12}年1月1日出生，"),
        ("刘子轩（15周岁）、王小明（16周岁）", "某某甲（15周岁）、某某乙（16周岁）"),
        ("王小五、赵小六（均未成年）", "某某甲、某某乙（均未成年）"),
        ("王小五和赵小六均系未成年人。", "某某甲和某某乙均系未成年人。"),
        ("证人王大明，15岁的赵小六在场", "证人王某，15岁的某某在场"),
        ("计价100平方米，未成年人姜涛超在场", "计价100平方米，未成年人某某在场"),
        ("证人王大明，未成年人赵小六在场", "证人王某，未成年人某某在场"),
        ("男孩刘子轩翻入工地，后刘子轩跌落。", "男孩某某翻入工地，后某某跌落。"),
        ("15岁的欧阳子轩在场", "15岁的某某在场"),
    ],
)
def test_the_name_of_a_stated_minor_is_a_certain_hit(text, shown):
    assert certain(text) == shown
    assert HitKind.MINOR in {hit.kind for hit in detect(text) if hit.certain}
    assert certain(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "不满十四周岁的未成年人有违法行为的，不予行政处罚，责令监护人加以管教。",
        "已满十四周岁不满十八周岁的未成年人有违法行为的，应当从轻或者减轻行政处罚。",
        "不得招用未满16周岁的未成年人，未成年人保护法另有规定。",
        "禁止15岁以下的儿童进入，少年宫内、儿童游乐设施、儿童安全通道。",
        "年满16周岁，年龄15岁，年近十五岁，2012年仅一次，十五岁的年龄。",
        "18岁的刘子轩，年满四十五岁的王小五，25岁的青年李小红，115岁的老人。",
        "房龄15岁的小区，树龄十五岁的槐树。",
        f"刘子轩，男，{YEAR - 30}年1月1日出生，",
    ],
)
def test_what_tells_of_no_minor(text):
    assert [hit for hit in detect(text) if hit.kind == HitKind.MINOR or hit.certain] == []


def test_a_child_whose_name_has_no_certain_end_is_asked_about():
    text = "15岁的刘子轩翻越围挡。"
    assert [(hit.text, hit.kind, hit.certain) for hit in detect(text)] == [("刘子轩", HitKind.MINOR, False)]


def test_a_surname_that_is_a_word_of_ages_stays_a_surname():
    assert certain("证人年广久证实，") == "证人年某证实，"


@pytest.mark.parametrize(
    "text",
    [
        "公民身份号码：",
        "当事人的公民身份证，",
        "有效身份证件，",
        "居民身份证号",
        "成年身份证明，原始身份证复印件，",
    ],
)
def test_what_stands_before_the_word_of_identity_is_no_name(text):
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("塔式起重机辽L-T00317未登记。", "塔式起重机辽L-T00317未登记。"),
        ("（辽L-S01234）、辽L－W00001", "（辽L-S01234）、辽L－W00001"),
        ("产权备案编号辽L-12345", "产权备案编号辽L-12345"),
        ("塔吊由辽L12345货车运来", "塔吊由辽L****5货车运来"),
        ("驾驶辽L-T0031", "驾驶辽L****1"),
        ("新能源辽LD12345、辽L12345F", "新能源辽L*****5、辽L*****F"),
    ],
)
def test_the_number_of_a_crane_is_no_plate(text, shown):
    assert certain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话：（138）12345678，", "电话：（138）****5678，"),
        ("住宅电话（0427）2818888。", "住宅电话（0427）*****88。"),
        ("辽（2023）盘锦市不动产权第0012345号", "辽（2023）盘锦市不动产权第****号"),
        ("（家住盘锦市兴隆台区石油大街112号）擅自在小区施工", "（家住盘锦市兴隆台区****）擅自在小区施工"),
        ("家住盘锦市兴隆台区石油大街112号，擅自拆改小区围墙", "家住盘锦市兴隆台区****，擅自拆改小区围墙"),
        ("家住盘锦市兴隆台区石油大街112号并擅自拆改该小区", "家住盘锦市兴隆台区****并擅自拆改该小区"),
        ("家住辽宁省，盘锦市，兴隆台区石油大街112号，3号楼。", "家住辽宁省，盘锦市，兴隆台区****。"),
        ("家住盘锦市兴隆台区石油大街（东段）112号（3号楼）。", "家住盘锦市兴隆台区****。"),
    ],
)
def test_punctuation_stays(text, shown):
    assert certain(text) == shown


@pytest.mark.parametrize(
    ("text", "name", "certain"),
    [
        ("安排17岁的架子工赵小六高处作业", "赵小六", False),
        ("使用童工田小雨从事施工", "田小雨", False),
        ("使用未成年工孙一凡（2010-05-06出生）", "孙一凡", True),
        ("李小雨，男，2012-03-04出生", "李小雨", True),
        ("15周岁零三个月的李小雨在场", "李小雨", True),
        ("十五岁半的李小雨在场", "李小雨", True),
        ("当事人施工时致年仅十五岁的男孩刘子轩受伤", "刘子轩", True),
    ],
)
def test_a_minor_is_found_by_trade_date_and_part_of_a_year(text, name, certain):
    found = [hit for hit in detect(text, (), False) if hit.kind == HitKind.MINOR]
    assert {text[hit.start : hit.end] for hit in found} == {name}
    assert any(hit.certain for hit in found) is certain


@pytest.mark.parametrize(
    "text",
    ["严禁15岁的人进入", "使用童工从事施工作业", "使用童工高空作业", "检测日期2026-03-01，生产批号7", "施工时致伤"],
)
def test_acts_and_warnings_are_no_minors(text):
    assert [hit for hit in detect(text, (), False) if hit.kind == HitKind.MINOR] == []
