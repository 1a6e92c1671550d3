"""Service guides of four items, with their materials and a model text."""

from datetime import date
from functools import partial

from pages.kinds.guide.models import GuideBasis, GuideMaterial, GuidePage
from pages.kinds.power.models import PowerPage
from privacy.models import BureauDocument
from samples.making import bureau, public_pdf, publish

WINDOW = "兴隆台区政务服务中心住建窗口"
STEPS = "1. 申请：现场或者网上提交材料\n2. 受理：材料齐全的当场受理，需要补正的一次性告知\n3. 审查：书面审查，必要时现场核查\n4. 决定：作出准予或者不予的决定\n5. 送达：窗口领取或者邮寄送达"
SUPERVISION = "监督电话：0427-0000011（政策法规科）；也可以到区政务服务中心投诉受理窗口当面反映。"
ACCOUNTABILITY = (
    "工作人员不依法履行职责、超过期限办理或者索取、收受财物的，依法给予处分；构成犯罪的，依法追究刑事责任。"
)
MODEL = "建筑工程施工许可申请表示范文本"

# power, name, limits (law, promise), conditions, materials (name, form, copies, note)
ROWS: list[tuple[str, str, tuple[str, str], str, list[tuple[str, str, int, str]]]] = [
    (
        "XK-001", "建筑工程施工许可证核发", ("7日（《建筑法》第八条）", "3个工作日"),
        "1. 依法应当办理用地批准手续的，已经办理。\n2. 依法应当办理建设工程规划许可证的，已经取得。\n3. 施工场地已经基本具备施工条件。\n"
        "4. 已经确定施工企业。\n5. 有满足施工需要的资金安排、施工图纸及技术资料。\n6. 有保证工程质量和安全的具体措施。",
        [
            ("建筑工程施工许可证申请表", "original", 1, "加盖建设单位公章"), ("建设工程规划许可证", "electronic", 1, "部门核验，可以不提交"),
            ("施工合同", "both", 1, ""), ("施工图设计文件审查合格书", "copy", 1, ""),
        ],
    ),
    (
        "XK-002", "商品房预售许可", ("10日（《城市商品房预售管理办法》第十条）", "5个工作日"),
        "1. 已交付全部土地使用权出让金，取得土地使用权证书。\n2. 持有建设工程规划许可证。\n3. 投入开发建设的资金达到工程建设总投资的25%以上，并已经确定施工进度和竣工交付日期。",
        [("商品房预售许可申请表", "original", 1, ""), ("开发经营企业资质证书", "copy", 1, ""), ("商品房预售方案", "original", 1, "说明位置、面积、竣工交付日期等")],
    ),
    (
        "XK-003", "燃气经营许可证核发", ("20个工作日", "10个工作日"),
        "1. 符合燃气发展规划要求。\n2. 有符合国家标准的燃气气源和燃气设施。\n3. 有固定的经营场所、完善的安全管理制度和健全的经营方案。\n4. 主要负责人、安全生产管理人员以及运行、维护和抢修人员经专业培训并考核合格。",
        [("燃气经营许可申请表", "original", 1, ""), ("气源证明", "both", 1, ""), ("从业人员培训考核合格证明", "copy", 1, "")],
    ),
    (
        "QR-001", "公共租赁住房保障资格确认", ("30个工作日", "15个工作日"),
        "1. 在本地无住房或者住房面积低于规定标准。\n2. 收入、财产低于规定标准。\n3. 申请人为外来务工人员的，在本地稳定就业达到规定年限。",
        [("公共租赁住房申请表", "original", 1, ""), ("收入和财产状况声明", "original", 1, "作出书面承诺，不再提交证明"), ("身份证明和户口簿", "copy", 1, "核对原件")],
    ),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for place, (code, name, limits, conditions, materials) in enumerate(ROWS, 1):
        power = PowerPage.objects.get(code=code)
        body = bureau()
        publish(
            GuidePage,
            f"guide-{code.lower()}",
            partial(_fill, power=power, materials=materials),
            title=name,
            name=name,
            power=power,
            accepting_body=WINDOW,
            approving_body=body.name,
            conditions=conditions,
            process=STEPS,
            legal_limit=limits[0],
            promised_limit=limits[1],
            fee="不收费",
            favours="网上申请的，许可证件免费邮寄送达；符合告知承诺条件的，可以容缺受理。",
            supervision=SUPERVISION,
            accountability=ACCOUNTABILITY,
            office_hours="工作日8:30–11:30、13:30–17:00",
            address="盘锦市兴隆台区沅渚街1号政务服务中心二楼",
            phone="0427-0000016",
            effective_on=date(2026, 1, 1),
            position=f"{place:03d}",
        )


def _fill(page: GuidePage, power: PowerPage, materials: list[tuple[str, str, int, str]]) -> None:
    page.bases = [GuideBasis(article=one) for one in power.articles]
    page.materials = [
        GuideMaterial(name=name, form=form, copies=copies, note=note, sample=_model(name))
        for name, form, copies, note in materials
    ]


def _model(name: str) -> BureauDocument | None:
    """The one model text: how the application for a construction permit is filled in."""
    if not name.startswith("建筑工程施工许可证"):
        return None
    return public_pdf(MODEL, "permit-form.pdf")
