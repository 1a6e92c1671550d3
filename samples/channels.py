"""The invented bureau's remedies, monitoring sites and publicity during enforcement."""

from datetime import date
from functools import partial
from typing import Any

from pages.kinds.channel.models import (
    DuringNoticePage,
    MonitoringSite,
    MonitoringSitePage,
    RemediesPage,
    RemedyChannel,
    ToldMatter,
    WindowPost,
)
from samples.making import publish, term

OFFICE, POST_CODE, MAIL = "盘锦市兴隆台区沅渚街1号", "124010", "jubao@zj.example.cn"

# (channel, body, scope, time limit, address, phone, e-mail, procedure)
CHANNELS: list[tuple[str, ...]] = [
    ("statement", "兴隆台区住房和城乡建设局政策法规科", "拟作出的行政处罚、行政强制、不予许可等决定", "收到告知书后、决定作出前", OFFICE, "0427-0000011", "",
     "口头或者书面提出；本机关充分听取并复核，不因陈述、申辩加重处罚。"),
    ("hearing", "兴隆台区住房和城乡建设局政策法规科", "较大数额罚款，没收较大数额违法所得、较大价值非法财物，降低资质等级、吊销许可证件，责令停产停业、责令关闭、限制从业等",
     "行政机关告知后5个工作日内", OFFICE, "0427-0000011", "", "举行听证的7个工作日前通知时间、地点；当事人不承担听证费用。"),
    ("reconsideration", "兴隆台区人民政府（区司法局行政复议机构）", "不服本机关作出的行政行为", "知道或者应当知道该行政行为之日起60日内",
     "盘锦市兴隆台区澄湖路6号", "0427-0000031", "", "5日内审查并决定是否受理；受理之日起60日内作出复议决定（适用简易程序的30日内）。"),
    ("litigation", "兴隆台区人民法院", "不服行政行为或者复议决定", "知道或者应当知道作出行政行为之日起6个月内；不服复议决定的，收到复议决定书之日起15日内",
     "盘锦市兴隆台区澄湖路20号", "0427-0000032", "", "递交起诉状；法院接到起诉状时符合条件的登记立案，不能当场判定的7日内决定是否立案。"),
    ("compensation", "兴隆台区住房和城乡建设局政策法规科", "违法行使职权侵犯人身权、财产权造成损害", "知道或者应当知道侵权之日起2年内", OFFICE,
     "0427-0000011", "", "收到申请之日起2个月内作出是否赔偿的决定。"),
    ("complaint", "兴隆台区住房和城乡建设局投诉举报窗口", "工程建设、房地产、物业、燃气领域的违法行为", "随时", OFFICE, "0427-0000016", MAIL,
     "登记受理，属于本机关职责的依法核查；实名举报的，处理结果反馈举报人，并为其保密。"),
    ("complaint", "12345政务服务便民热线", "咨询、求助、投诉、举报、建议", "全天24小时", "", "12345", "", "热线登记转办，承办单位按期答复，热线回访。"),
    ("supervision", "兴隆台区司法局行政执法监督机构", "执法人员不亮证、乱收费、乱罚款、乱检查、乱查封等行为", "随时", "盘锦市兴隆台区澄湖路6号",
     "0427-0000033", "", "登记核查，认定违法或者不当的，督促改正并告知投诉人。"),
    ("supervision", "区纪委监委派驻纪检监察组", "执法人员违纪违法问题", "随时", OFFICE, "0427-0000034", "", "按照信访举报规定受理、办理和反馈。"),
]  # fmt: skip

_PURPOSE = {
    "视频": "记录渣土运输车辆未密闭、未冲洗上路的行为", "扬尘": "监测施工扬尘超标，作为责令改正和处罚的线索", "噪声": "监测夜间施工噪声",
    "塔机": "记录起重机械超载、违章作业", "燃气": "监测燃气场站泄漏和违规充装",
}  # fmt: skip
# (location, device, key of the purpose, public since)
SITES: list[tuple[str, str, str, date]] = [
    ("辽滨嘉园二期工地1号门（沅渚街侧）", "高清视频监控", "视频", date(2026, 4, 1)),
    ("辽滨嘉园二期工地北侧围挡", "扬尘在线监测仪", "扬尘", date(2026, 4, 1)),
    ("禾川雅筑工地主出入口", "高清视频监控", "视频", date(2026, 4, 1)),
    ("禾川雅筑工地3号塔机", "塔机安全监控系统", "塔机", date(2026, 5, 6)),
    ("汀洲里一期工地东门", "高清视频监控", "视频", date(2026, 5, 6)),
    ("汀洲里一期工地南侧围挡", "噪声自动监测仪", "噪声", date(2026, 5, 6)),
    ("榆林新苑工地主出入口", "扬尘在线监测仪", "扬尘", date(2026, 6, 15)),
    ("棠溪府工地2号塔机", "塔机安全监控系统", "塔机", date(2026, 6, 15)),
    ("榆岸路燃气储配站装卸区", "可燃气体监测报警系统", "燃气", date(2026, 7, 1)),
    ("石油大街瓶装液化气供应站", "高清视频监控", "燃气", date(2026, 7, 1)),
]  # fmt: skip

TOLD: list[tuple[str, str, str, str]] = [
    ("行政检查", "执法人员不少于两人，主动出示执法证件；告知检查事由、依据、内容，被检查人有权拒绝未亮证的检查。", "行政检查通知书、现场检查笔录",
     "行政处罚法第五十五条；国办发〔2018〕118号"),
    ("调查取证", "告知有如实回答询问、协助调查的义务，有申请执法人员回避、核对笔录的权利。", "询问通知书、询问（调查）笔录", "行政处罚法第四十三条、第五十五条"),
    ("证据保全", "告知先行登记保存的理由、物品清单、期限，以及不得销毁、转移。", "先行登记保存证据通知书、物品清单", "行政处罚法第五十六条"),
    ("采取强制措施", "当场告知理由、依据、享有的权利和救济途径，听取陈述和申辩，制作现场笔录。", "查封、扣押决定书和清单", "行政强制法第十八条、第二十四条"),
    ("处罚告知", "告知拟作出的处罚内容和事实、理由、依据，以及陈述、申辩、要求听证的权利。", "行政处罚事先告知书、听证告知书", "行政处罚法第四十四条、第六十三条"),
    ("作出决定", "告知决定的内容、履行方式和期限，以及申请行政复议、提起行政诉讼的途径和期限。", "行政处罚决定书", "行政处罚法第五十九条"),
    ("送达文书", "出示执法证件，说明送达文书的名称，请受送达人核对后签收。", "送达回证", "行政处罚法第六十一条"),
    ("代收、催告执行", "告知缴款账户、逾期加处罚款的标准，以及申请延期、分期缴纳的权利。", "缴款通知书、催告书", "行政处罚法第六十六条、第七十二条"),
]  # fmt: skip

POSTS: list[tuple[str, str, str, str, str]] = [
    ("施工许可受理岗", "受理建筑工程施工许可申请，一次告知补正材料，出具受理通知书，提供申请书示范文本。", "陶令仪（窗口工作人员）", "政务服务中心二楼21号窗口",
     "0427-0000041"),
    ("预售许可受理岗", "受理商品房预售许可申请，核对监管协议和工程进度，告知办理时限。", "何霁月（辽L04270014）", "政务服务中心二楼22号窗口", "0427-0000042"),
    ("消防审验受理岗", "受理消防设计审查、消防验收和备案申请，告知现场评定时间。", "冯栖迟（辽L04270009）", "政务服务中心二楼23号窗口", "0427-0000043"),
    ("燃气经营许可受理岗", "受理燃气经营许可的核发、变更和延续申请。", "邵清越（辽L04270018）", "政务服务中心二楼24号窗口", "0427-0000044"),
    ("综合咨询岗", "解答办事咨询，查询办理进度，引导使用自助终端。", "值班工作人员", "政务服务中心二楼服务台", "0427-0000045"),
    ("决定送达岗", "送达许可证件和不予许可决定书，告知救济途径。", "值班工作人员", "政务服务中心二楼25号窗口", "0427-0000045"),
    ("罚款缴纳指引岗", "指引当事人通过代收银行、电子支付系统缴纳罚款，受理延期、分期缴纳申请。", "程以宁（辽L04270002）", "沅渚街1号105室", "0427-0000011"),
    ("投诉举报受理岗", "登记投诉举报，出具受理凭证，反馈处理结果。", "值班工作人员", "沅渚街1号101室", "0427-0000016"),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    publish(
        RemediesPage, "remedies-2026", partial(_fill, rows=_channels()),
        title="行政执法救济渠道与监督方式", effective_on=date(2026, 1, 1), position="1",
        note="期限按照2026年施行的法律列明。选择任何一种渠道都不需要交纳费用；行政诉讼案件受理费按照规定预交。",
    )  # fmt: skip
    publish(
        MonitoringSitePage, "sites-2026", partial(_fill, rows=_sites()),
        title="电子技术监控设备设置地点（2026年）", effective_on=date(2026, 4, 1), position="1",
        contact="政策法规科，盘锦市兴隆台区沅渚街1号107室，电话0427-0000016",
        note="设备经过法制和技术审核，设置合理、标志明显。记录内容未经审核或者审核不合格的，不作为处罚的证据；违法事实及时告知当事人，当事人可以查询、陈述和申辩。",
    )  # fmt: skip
    publish(
        DuringNoticePage, "during-2026", _fill_during,
        title="执法现场与服务窗口公示", effective_on=date(2026, 3, 1), position="1",
        showing="执法人员在进行监督检查、调查取证、采取强制措施和强制执行、送达执法文书时，必须主动出示执法证件，鼓励佩戴执法证件。\n"
        "当事人可以扫描证件二维码，或者在本栏目“执法人员清单”中查验姓名、证件编号和有效期。未出示证件的，当事人有权拒绝接受调查或者检查。",
    )  # fmt: skip


def _fill(page: Any, rows: list[Any]) -> None:
    page.rows = rows


def _channels() -> list[RemedyChannel]:
    names = ("body", "scope", "time_limit", "address", "phone", "email", "procedure")
    return [
        RemedyChannel(
            channel=term("remedy_channel", channel),
            postcode=POST_CODE if values[3] else "",
            **dict(zip(names, values, strict=True)),
        )
        for channel, *values in CHANNELS
    ]


def _sites() -> list[MonitoringSite]:
    return [
        MonitoringSite(
            location=location,
            device=device,
            purpose=_PURPOSE[purpose],
            public_since=since,
            legal_review_on=date(since.year, since.month - 1, 12),
            technical_review_on=date(since.year, since.month - 1, 20),
        )
        for location, device, purpose, since in SITES
    ]


def _fill_during(page: DuringNoticePage) -> None:
    page.told = [ToldMatter(stage=stage, content=text, document=form, basis=law) for stage, text, form, law in TOLD]
    page.posts = [
        WindowPost(post=post, duties=duties, staff=staff, place=place, phone=phone, complaint_phone="0427-0000016")
        for post, duties, staff, place, phone in POSTS
    ]
