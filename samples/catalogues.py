"""The invented bureau's list of recorded matters and its catalogue of legal review."""

from datetime import date
from functools import partial
from typing import Any

from pages.kinds.catalogue.models import RecordingListPage, RecordingMatter, ReviewCataloguePage, ReviewMatter
from samples.making import publish, term

FILES = "情况说明（基本事实、适用依据、裁量权基准执行情况、执法人员资格情况）、拟作出的决定书文本、相关证据材料"
HEARD = f"{FILES}、听证笔录"
LIMIT = "收到完整送审材料之日起7个工作日；疑难复杂的，经负责人批准可以延长3个工作日"
KEPT, HALF_YEAR = "同案卷保管期限", "不少于6个月；作为证据使用的，同案卷保管期限"
RECORDER, VIDEO, FIXED = "执法人员", "执法记录仪", "固定摄像设备"
ARRIVE, LEAVE = "到达现场、出示执法证件时", "离开现场时"
MARKET, SAFETY, LAW, ALL_UNITS = "建筑市场监管科", "质量安全监管科", "政策法规科", "各执法科室"

# (stage, matter, content, occasion, time limit, unit, begins, course, ends, class, means, kept, remark)
RECORDED: list[tuple[str, ...]] = [
    ("启动", "受理当场举报投诉", "举报人陈述和提交的材料", "接待室", "即时", LAW, "举报人开始陈述时", "陈述、登记、告知受理结果",
     "举报人签字确认后", "talk", FIXED, HALF_YEAR, "举报人不同意的，改为文字记录"),
    ("行政检查", "日常监督检查", "亮证、告知、检查和结果确认全过程", "施工现场、经营场所", "检查当日", SAFETY, ARRIVE,
     "亮明身份、告知事由和权利、逐项检查、制作检查记录", LEAVE, "scene", VIDEO, HALF_YEAR, ""),
    ("行政检查", "双随机抽查", "抽取名单和现场抽查过程", "抽签室、被抽查单位", "抽查当日", ALL_UNITS, "开始抽取时", "抽取、公布名单、现场抽查、结果确认",
     "被抽查单位签字后", "scene", VIDEO, HALF_YEAR, ""),
    ("调查取证", "调取、查阅资料", "调取资料的种类、数量和交接", "当事人办公场所", "当场", ALL_UNITS, "出示调取通知书时", "说明来意、清点、核对、交接",
     "清单签字后", "scene", VIDEO, KEPT, ""),
    ("调查取证", "现场检查（勘验）", "现场状况、物证位置和测量过程", "违法行为发生地", "当场", SAFETY, ARRIVE, "现场全貌、重点部位、测量、制作笔录",
     "当事人在笔录上签字后", "scene", VIDEO, KEPT, "当事人拒绝签字的，录明拒签情况"),
    ("调查取证", "询问当事人和证人", "告知权利义务和问答全过程", "询问室", "询问当日", ALL_UNITS, "核对被询问人身份时", "告知权利义务、提问、回答、核对笔录",
     "被询问人签字后", "talk", FIXED, KEPT, ""),
    ("调查取证", "抽样取证", "样品的抽取、封样和签字", "施工现场、仓库", "当场", SAFETY, "开始抽样时", "抽取、编号、封样、填写清单", "封样签字后", "scene",
     VIDEO, KEPT, ""),
    ("证据保全", "先行登记保存", "清点、登记和保存过程", "施工现场、经营场所", "登记后7个工作日内作出处理", ALL_UNITS, "宣布登记保存决定时",
     "宣布、清点、登记、加封", "当事人在清单上签字后", "scene", VIDEO, KEPT, "推行全程音像记录"),
    ("行政强制", "查封、扣押设施、设备、器材", "决定的宣布和查封、扣押全过程", "施工现场、经营场所", "当场", SAFETY, ARRIVE, "宣布决定、告知权利、清点、加贴封条、交付清单",
     "当事人签收后", "scene", VIDEO, KEPT, "推行全程音像记录"),
    ("行政强制", "强制拆除", "催告、公告和拆除全过程", "违法建设现场", "按公告期限", MARKET, "执法人员到达现场时", "宣读决定、清理物品、拆除、移交物品",
     "现场清理完毕后", "scene", "执法记录仪、固定摄像设备", KEPT, "推行全程音像记录"),
    ("审查决定", "听取陈述、申辩", "当事人的陈述、申辩和提交的证据", "本机关办公室", "作出决定前", LAW, "当事人开始陈述时", "陈述、申辩、复核意见告知",
     "当事人在笔录上签字后", "talk", FIXED, KEPT, ""),
    ("审查决定", "举行听证", "听证全过程", "听证室", "听证当日", LAW, "书记员宣布听证纪律时", "宣布案由、调查、质证、辩论、最后陈述", "听证笔录签字后", "talk",
     FIXED, KEPT, "涉及国家秘密、商业秘密和个人隐私的不公开举行"),
    ("审查决定", "重大案件集体讨论", "参加人员、讨论意见和结论", "会议室", "讨论当日", LAW, "宣布讨论开始时", "汇报、发表意见、形成结论", "参加人员签字后",
     "confirmation", FIXED, KEPT, "内部资料，不对外公开"),
    ("送达执行", "直接送达", "送达人亮证和受送达人签收", "受送达人住所、经营场所", "决定后7个工作日内", ALL_UNITS, "送达人出示执法证件时",
     "说明来意、交付文书、签收", "受送达人签收后", "confirmation", VIDEO, KEPT, ""),
    ("送达执行", "留置送达", "拒收情况和留置过程", "受送达人住所、经营场所", "决定后7个工作日内", ALL_UNITS, "送达人出示执法证件时",
     "说明拒收后果、见证、留置文书、拍摄门牌", LEAVE, "confirmation", VIDEO, KEPT, "见证人不愿出现影像的，注明情况"),
    ("送达执行", "公告送达", "公告张贴的位置和内容", "公告栏、受送达人住所", "公告张贴当日", LAW, "张贴公告时", "张贴、拍摄全景和公告全文", "张贴完毕后",
     "confirmation", VIDEO, KEPT, ""),
]  # fmt: skip

# (matter, act, standard, unit, documents)
REVIEWED: list[tuple[str, ...]] = [
    ("建筑工程施工许可证核发", "permit", "《行政许可法》第三十八条；《建筑工程施工许可管理办法》。全部办理件", MARKET, FILES),
    ("商品房预售许可", "permit", "《城市商品房预售管理办法》。全部办理件", "房产与物业管理科", FILES),
    ("燃气经营许可", "permit", "《城镇燃气管理条例》第十五条。全部办理件", "燃气与市政管理科", FILES),
    ("不予行政许可、撤回或者撤销行政许可", "permit", "《行政许可法》第三十八条、第六十九条。全部办理件", ALL_UNITS, HEARD),
    ("对公民处以较大数额罚款", "penalty", "《行政处罚法》第五十八条、第六十三条。罚款5000元以上（数额标准由本机关公布）", ALL_UNITS, HEARD),
    ("对法人或者其他组织处以较大数额罚款", "penalty", "《行政处罚法》第五十八条、第六十三条。罚款5万元以上（数额标准由本机关公布）", ALL_UNITS, HEARD),
    ("没收较大数额违法所得、没收较大价值非法财物", "penalty", "《行政处罚法》第五十八条、第六十三条。数额标准同上", ALL_UNITS, HEARD),
    ("降低资质等级、吊销许可证件", "penalty", "《行政处罚法》第五十八条、第六十三条。全部案件", MARKET, HEARD),
    ("责令停产停业、责令关闭、限制从业", "penalty", "《行政处罚法》第五十八条、第六十三条。全部案件", SAFETY, HEARD),
    ("其他行政处罚决定", "penalty", "本机关实施方案：适用普通程序的行政处罚全部审核", ALL_UNITS, FILES),
    ("案件情况疑难复杂、涉及多个法律关系", "penalty", "《行政处罚法》第五十八条第一款第三项", ALL_UNITS, HEARD),
    ("查封、扣押设施、设备、器材", "coercion", "《安全生产法》第六十五条、《行政强制法》第十八条；直接关系重大权益或者可能造成重大社会影响的", SAFETY, FILES),
    ("强制拆除", "coercion", "《行政强制法》第四十四条。全部案件", MARKET, HEARD),
    ("可能引发社会风险的行政检查处理决定", "inspection", "国办发〔2018〕118号；责令停止施工、停止使用的", SAFETY, FILES),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    publish(
        RecordingListPage, "recordings-2026", partial(_fill, rows=_recorded()),
        title="行政执法音像记录事项清单（2026年版）", effective_on=date(2026, 3, 1), position="1",
        note="音像资料和案卷属内部资料，本清单公开记录的事项、方式和期限。对查封、扣押、强制拆除等直接涉及重大财产权益的现场执法活动，推行全程音像记录。",
    )  # fmt: skip
    publish(
        ReviewCataloguePage, "reviews-2026", partial(_fill, rows=_reviewed()),
        title="重大执法决定法制审核目录清单（2026年版）", effective_on=date(2026, 3, 1), position="1",
        note="未经法制审核或者审核未通过的，不得作出决定。审核机构：政策法规科。",
    )  # fmt: skip


def _fill(page: Any, rows: list[Any]) -> None:
    page.rows = rows


def _recorded() -> list[RecordingMatter]:
    names = (
        "stage", "matter", "content", "occasion", "time_limit", "department", "begins", "process", "ends",
        "record_class", "method", "retention", "remark",
    )  # fmt: skip
    found = []
    for row in RECORDED:
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        values["record_class"] = term("recording_class", values["record_class"])
        found.append(RecordingMatter(recorder=RECORDER, **values))
    return found


def _reviewed() -> list[ReviewMatter]:
    return [
        ReviewMatter(
            matter=matter,
            act=term("act_class", act),
            standard=standard,
            unit=unit,
            documents=documents,
            time_limit=LIMIT,
        )
        for matter, act, standard, unit, documents in REVIEWED
    ]
