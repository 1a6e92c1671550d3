"""Notices, news and typical cases of the invented bureau."""

import io
from datetime import date
from functools import partial
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from pages.kinds.notice.models import NoticeDecision, NoticePage
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import BureauImage
from samples.making import publish, term

_PICTURE = "工地安全检查示意图"

# (category, issued on, title, author, topics, summary, parts of the text)
ROWS: list[tuple[str, date, str, str, tuple[str, ...], str, list[tuple[str, str]]]] = [
    (
        "announcement", date(2026, 11, 16), "关于开展2026年冬季施工安全专项检查的公告", "办公室", ("安全生产", "冬季施工"),
        "自2026年11月20日起，对辖区内在建房屋建筑和市政基础设施工程开展冬季施工安全专项检查。",
        [
            ("text", "<p>为保障冬季施工安全，我局自2026年11月20日至12月20日，对辖区内在建工程开展专项检查。检查对象由双随机抽查产生，"
             "检查结果自检查结束之日起二十个工作日内在本栏目公示。</p>"),
            ("heading", "检查重点"),
            ("text", "<ol><li>临时用电和防火、防冻、防滑措施；</li><li>起重机械和脚手架的验收与维护；</li><li>混凝土冬期施工方案的执行。"
             "</li></ol>"),
            ("heading", "对企业的要求"),
            ("text", "<p>各施工、监理单位应当先行自查，检查时备齐冬期施工方案、验收记录和交底记录。检查人员进场检查时，应当出示"
             "<b>行政执法证件</b>；未出示的，企业有权拒绝。</p>"),
        ],
    ),
    (
        "news", date(2026, 10, 28), "我局组织执法人员参加行政处罚程序专题培训", "政策法规科", ("法制审核", "培训"),
        "培训围绕立案、调查取证、法制审核和送达等环节，结合近两年案卷评查中发现的问题讲解。",
        [
            ("text", "<p>10月27日，我局组织全体持证执法人员参加行政处罚程序专题培训，重点学习全过程记录的起止时间、音像资料的归档，"
             "以及重大执法决定法制审核的送审材料。</p>"),
            ("picture", "检查人员在工地核对脚手架验收记录"),
            ("text", "<p>培训后进行了案卷制作练习和闭卷测试，测试结果计入年度考核。</p>"),
        ],
    ),
    (
        "news", date(2026, 9, 15), "政务服务窗口公开岗位信息，方便群众监督", "办公室", ("服务窗口",),
        "窗口摆放岗位信息公示牌，公开岗位职责、申请材料示范文本、办理进度查询和投诉举报电话。",
        [("text", "<p>自9月15日起，区政务服务中心住建窗口全部摆放岗位信息公示牌。申请人可以当场查阅申请材料示范文本，也可以凭受理"
          "通知书编号查询办理进度。</p>")],
    ),
    (
        "good_example", date(2026, 8, 20), "典型案例：主动停工整改，依法从轻处罚", "政策法规科", ("典型案例", "施工许可"),
        "当事人发现问题后主动停工、补办手续，我局依法从轻处罚。",
        [("text", "<p>当事人在检查中被发现未取得施工许可证擅自施工后，立即停工，并在规定期限内补办了手续。我局依照行政处罚裁量基准，"
          "认定其具有从轻情节，处以裁量幅度内较低数额的罚款。</p><p>提醒：开工前应当依法取得施工许可证。</p>")],
    ),
    (
        "bad_example", date(2026, 7, 22), "典型案例：违法行为被依法处罚", "政策法规科", ("典型案例", "质量安全"),
        "违法事实和处罚结果以所附处罚决定为准，本案例随该决定的公示期届满一并撤下。",
        [("text", "<p>{party}因违反住房和城乡建设管理规定，被我局依法处罚。案件的事实、依据和结果见下方处罚决定。</p>"
          "<p>各有关单位应当引以为戒，依法经营、规范施工。</p>")],
    ),
]  # fmt: skip

# Which violations a typical case tells of.
CASES = {
    "good_example": ("未取得施工许可证擅自施工",),
    "bad_example": ("未对建筑材料进行检验", "未按照工程设计图纸施工", "施工现场安全防护不符合要求", "将承包的工程转包"),
}


def load() -> None:
    """Publish what is missing."""
    for number, row in enumerate(ROWS):
        category, day, title, author, topics, summary, parts = row
        decision = _decision(category, day) if category.endswith("example") else None
        body = [_part(name, text, decision) for name, text in parts]
        publish(
            NoticePage,
            f"{day:%Y%m%d}-{number + 1}",
            partial(_fill, topics=topics, decision=decision),
            title=title,
            category=term("notice_category", category),
            issued_on=day,
            author=author,
            summary=summary,
            body=body,
        )


def _decision(category: str, day: date) -> PenaltyDecisionPage | None:
    """A company's decision of before that day that the text fits and that stays public for a while yet."""
    live = PenaltyDecisionPage.objects.filter(
        live=True, decided_on__lt=day, parties__category__code="organisation", violation_kind__in=CASES[category]
    )
    return live.distinct().order_by("-expire_at", "pk").first()


def _part(name: str, text: str, decision: PenaltyDecisionPage | None) -> tuple[str, Any]:
    if name == "picture":
        return name, {"image": _picture(), "alternative": text, "caption": "图为检查示意图。"}
    party = decision.parties.first().name if decision else ""
    return name, text.replace("{party}", party)


def _fill(page: NoticePage, topics: tuple[str, ...], decision: PenaltyDecisionPage | None) -> None:
    page.tags.set(topics)
    if decision is not None:
        page.decisions = [NoticeDecision(decision=decision)]


def _picture() -> BureauImage:
    found = BureauImage.objects.filter(title=_PICTURE).first()
    if found is not None:
        return found
    drawn = Image.new("RGB", (960, 540), "#dfe8f2")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 430, 960, 540), fill="#b9a98c")
    for floor in range(5):
        pen.rectangle((260, 90 + floor * 68, 700, 146 + floor * 68), fill="#f7f4ee", outline="#17406d", width=3)
        for window in range(6):
            left = 285 + window * 68
            pen.rectangle((left, 104 + floor * 68, left + 36, 134 + floor * 68), fill="#8fb1d3")
    for pole in range(8):
        pen.line((240 + pole * 69, 70, 240 + pole * 69, 430), fill="#a4231d", width=4)
    for bar in range(6):
        pen.line((240, 84 + bar * 68, 723, 84 + bar * 68), fill="#a4231d", width=4)
    stored = io.BytesIO()
    drawn.save(stored, "PNG")
    stored.seek(0)
    image = BureauImage(title=_PICTURE, file=ImageFile(stored, name="site-inspection.png"))
    image.save()
    return image
