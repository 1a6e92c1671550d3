"""双随机 of the invented bureau: one list of items, the year's plan, tasks drawn by the product's own acts, results."""

from datetime import date
from functools import partial
from typing import Any

from pages.kinds.inspection.lists import InspectionItem, InspectionItemListPage, InspectionPlanPage, PlanRow
from samples import lotteries
from samples.making import bureau, publish, term

STAFF = "区住房和城乡建设局"
# (item, basis, objects, content, ratio, frequency, method, class)
ITEMS = [
    (
        "房屋建筑和市政基础设施工程施工现场安全生产检查", "《建设工程安全生产管理条例》第四十条、第四十三条", "在建工程施工、监理单位",
        "安全生产责任制落实、危险性较大的分部分项工程管理、起重机械和脚手架验收情况", "不低于10%", "每年2次", "现场检查", "key",
    ),
    (
        "建设工程质量责任主体质量行为检查", "《建设工程质量管理条例》第四十三条、第四十八条", "建设、勘察、设计、施工、监理单位",
        "质量管理制度、材料进场验收、隐蔽工程验收记录", "不低于5%", "每年1次", "现场检查、书面检查", "key",
    ),
    (
        "建筑业企业资质动态核查", "《建筑业企业资质管理规定》第二十三条", "建筑业企业",
        "企业净资产、注册人员和技术工人是否符合资质标准", "不低于5%", "每年1次", "书面检查、网络核查", "general",
    ),
    (
        "城镇燃气经营企业安全检查", "《城镇燃气管理条例》第四十一条", "燃气经营企业",
        "入户安全检查、从业人员培训、应急预案和设施维护情况", "不低于20%", "每年2次", "现场检查", "key",
    ),
    (
        "物业服务活动检查", "《物业管理条例》第五条、第四十八条", "物业服务企业",
        "合同履行、收费公示、共用设施维护和维修资金使用情况", "不低于5%", "每年1次", "现场检查、书面检查", "general",
    ),
    (
        "房地产开发经营和中介服务检查", "《城市房地产开发经营管理条例》第四条；《房地产经纪管理办法》第二十八条", "房地产开发企业、经纪机构",
        "预售资金监管、销售信息公示、经纪机构备案和服务合同", "不低于5%", "每年1次", "现场检查、网络检查", "general",
    ),
]  # fmt: skip
# (category, item, objects, class, ratio, expected, risk, period)
PLAN = [
    ("工程质量安全监督", ITEMS[0][0], "在建工程施工、监理单位", "key", "不低于10%，每年2次", 86, "high", "3月至11月"),
    ("工程质量安全监督", ITEMS[1][0], "工程质量责任主体", "key", "不低于5%，每年1次", 120, "medium", "4月至10月"),
    ("建筑市场监管", ITEMS[2][0], "建筑业企业", "general", "不低于5%，每年1次", 210, "low", "5月至9月"),
    ("燃气监管", ITEMS[3][0], "燃气经营企业", "key", "不低于20%，每年2次", 24, "high", "2月至12月"),
    ("物业管理监管", ITEMS[4][0], "物业服务企业", "general", "不低于5%，每年1次", 64, "low", "6月至10月"),
]


def load() -> None:
    """Publish what is missing."""
    if bureau() is None:
        return
    publish(
        InspectionItemListPage,
        "2026-items",
        _items,
        title="兴隆台区住房和城乡建设局随机抽查事项清单（2026年版）",
        effective_on=date(2026, 1, 8),
        position="2026",
    )
    for year in (2025, 2026):
        publish(
            InspectionPlanPage,
            f"plan-{year}",
            partial(_rows, rows=PLAN if year == 2026 else PLAN[1:]),
            title=f"兴隆台区住房和城乡建设局{year}年度双随机抽查计划",
            year=year,
            yearly_cap=2,
            cap_note="对同一企业的双随机检查每年不超过2次；投诉举报、转办交办和专项治理的检查不计入。",
            effective_on=date(year, 1, 20),
            position=str(3000 - year),
        )
    lotteries.load()


def _items(page: Any) -> None:
    page.items = [
        InspectionItem(
            name=name, basis=basis, subject=STAFF, objects_of=objects, content=content, ratio=ratio,
            frequency=frequency, method=method, item_class=term("inspection_class", code),
        )
        for name, basis, objects, content, ratio, frequency, method, code in ITEMS
    ]  # fmt: skip


def _rows(page: Any, rows: list[Any]) -> None:
    page.rows = [
        PlanRow(
            category=category, item=item, objects_of=objects, item_class=term("inspection_class", code), ratio=ratio,
            expected=expected, risk=term("inspection_risk", risk), period=period, subject=STAFF,
        )
        for category, item, objects, code, ratio, expected, risk, period in rows
    ]  # fmt: skip
