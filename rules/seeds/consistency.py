"""First weights of the consistency rules: (rule, decisions from, severity, limits, basis)."""

from collections.abc import Iterator
from datetime import date

from rules.seeds.rows import Seed

APL = date(2021, 7, 15)  # the revised 行政处罚法 came into force
REVIEW = date(2024, 1, 1)  # the revised 行政复议法 came into force
START = date(2000, 1, 1)
STANDARD = "发改办财金〔2018〕790号"
OURS = "本机关自行设定"
SUIT = "《行政诉讼法》第四十六条；《行政复议法》（2023修订）第二十条、第二十三条"
# The national form gives 万元 with six places; a text in whole yuan may differ by less than this.
ROUNDED = "rounding=1"
# Field of enforcement = categories of certificates that cover it; any: those that cover every field.
CATEGORIES = """quality=quality_safety
work_safety=quality_safety
special_equipment=quality_safety
fire_safety=fire_review
any=comprehensive"""

ROWS: list[tuple[str, date, str, str, str]] = [
    ("number_form", START, "hint", "", "GB/T 9704—2012 发文字号编排规则"),
    ("amount_capitals", START, "error", "", "处罚决定书大小写金额应当一致（本机关文书制作要求）"),
    ("amount_sum", START, "error", ROUNDED, "公开内容应当与决定书一致（《行政处罚法》第五十九条）"),
    ("dates_order", START, "error", "", "《行政处罚法》第四十四条、第五十四条、第六十条、第六十一条"),
    ("served_before_publication", START, "error", "", "《行政处罚法》第六十一条：宣告后当场交付或者依法送达"),
    ("party_kind", START, "error", "", f"{STANDARD}：自然人不填代码，法人及非法人组织不填证件"),
    ("party_complete", START, "hint", "", f"{STANDARD}：统一社会信用代码、法定代表人"),
    ("fine_amount", START, "error", "", f"{STANDARD}：处罚类别含罚款的，必填罚款金额"),
    ("confiscated_amount", START, "error", "", f"{STANDARD}：处罚类别含没收的，必填没收金额"),
    ("licence_named", START, "error", "", f"{STANDARD}：暂扣或者吊销的，必填证照名称及编号"),
    (
        "grade_procedure", APL, "error",
        "person_fine=200\norganisation_fine=3000\nsummary_types=fine warning\nsummary_grades=minor general\n"
        "light_grades=minor\ngrave_types=revoke_licence downgrade stop_business stop_for_rectification stop_practice "
        "close_down restrict_practice",
        "《行政处罚法》第五十一条、第六十三条",
    ),
    ("remedy_fits", START, "error", "review_days=60\nsuit_months=6", "《行政诉讼法》第四十六条；《行政复议法》"),
    ("remedy_fits", REVIEW, "error", "review_days=60\nsuit_months=6\nreview_first=summary", SUIT),
    ("officers_two", START, "error", "fewest=2", "《行政处罚法》第四十二条：执法人员不得少于两人"),
    ("officers_valid", START, "error", CATEGORIES, "《行政处罚法》第四十二条：由具有行政执法资格的执法人员实施"),
    ("within_benchmark", START, "error", "", "《行政处罚法》第三十四条；超出裁量基准的应当说明理由"),
    ("articles_in_force", START, "error", "", "《行政处罚法》第三十七条：适用违法行为发生时有效的规定"),
    ("six_parts", START, "error", "", "《行政处罚法》第五十九条第一款"),
    ("performance", START, "hint", "", "《行政处罚法》第五十九条第一款第四项：行政处罚的履行方式和期限"),
    (
        "required_items", START, "error",
        "permit=document_title permit_kind content valid_from valid_until\n"
        "coercion=document_title measure object facts basis executed_on remedy\n"
        "other=document_title decision_type subject content basis",
        f"{STANDARD}许可信息必填项；《行政强制法》第二十四条；国办发〔2018〕118号",
    ),
    ("other_named", START, "error", "", f"{STANDARD}：许可类别为其他的，应当注明"),
    ("term_order", START, "error", "", f"{STANDARD}：有效期自、有效期至"),
    ("coercion_term", START, "error", "measures=seal seize freeze", "《行政强制法》第二十五条、第三十二条"),
]  # fmt: skip

# Items that the national form has no column for: (field, whether publishing waits for it, basis).
ITEMS: list[tuple[str, bool, str]] = [
    (
        "served_on", False,
        "发改办财金〔2018〕790号数据项未列送达日期；《行政处罚法》第五十九条所列决定书内容不含此项。决定作出后应当在七个工作日内公示，送达日期公示后补录。",
    ),
    (
        "officers", False,
        "发改办财金〔2018〕790号数据项未列执法人员；《行政处罚法》第五十九条所列决定书内容不含此项。执法人员公示后补录。",
    ),
]  # fmt: skip


def seeds() -> Iterator[Seed]:
    """The weights of the rules."""
    for rule, day, severity, values, basis in ROWS:
        weight = {"rule": rule, "valid_from": day, "severity": severity, "values": values, "basis": basis}
        yield Seed("rules.ConsistencySetting", f"{rule} {day}", weight)


def item_seeds() -> Iterator[Seed]:
    """The items that publishing asks for."""
    for field, bars, basis in ITEMS:
        yield Seed("rules.PublishingItem", field, {"field": field, "bars": bars, "basis": basis})
