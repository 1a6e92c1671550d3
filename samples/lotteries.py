"""Tasks of random inspection: each is committed, drawn and revealed by the acts themselves, with a seed of its own."""

from datetime import date
from itertools import product
from typing import Any

from pages.inspections.acts import commit_lottery, reveal_lottery, run_lottery, set_roster
from pages.kinds.inspection.lists import InspectionPlanPage
from pages.kinds.lottery.models import InspectionTask, RosterEntry, TaskState
from samples.making import bureau, term
from samples.releasing import let_out

_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
NAMES = ["澜岚", "禾川", "辽滨", "云帆", "清越", "望舒", "南乔", "霁月", "砚秋", "疏桐", "既白", "景川"]
# (serial, year, name, items, basis, category, from, to, ratio, trade of the roster, how far)
TASKS = [
    (
        4, 2025, "2025年物业服务活动双随机抽查", "物业服务活动检查", "《物业管理条例》第五条、第四十八条",
        "property_management", date(2025, 9, 8), date(2025, 9, 26), 40, "物业服务有限公司", TaskState.REVEALED,
    ),
    (
        3, 2026, "2026年上半年施工现场安全生产双随机抽查", "房屋建筑和市政基础设施工程施工现场安全生产检查",
        "《建设工程安全生产管理条例》第四十条、第四十三条", "quality_safety", date(2026, 5, 11), date(2026, 6, 5), 50,
        "建筑工程有限公司", TaskState.REVEALED,
    ),
    (
        7, 2026, "2026年冬季城镇燃气经营企业双随机抽查", "城镇燃气经营企业安全检查", "《城镇燃气管理条例》第四十一条",
        "gas", date(2026, 12, 1), date(2026, 12, 18), 25, "燃气有限公司", TaskState.COMMITTED,
    ),
]  # fmt: skip
# (result, what was found, what follows, details), given to the drawn objects in turn
OUTCOMES = [
    ("nothing_found", "", "none", ""),
    ("nothing_found", "", "none", ""),
    ("corrected", "部分岗位职责牌缺失，消防器材检查记录不完整。", "order", "限期7日改正，已复查合格"),
    ("nothing_found", "", "none", ""),
    ("pending", "未按规定留存培训和检查记录，需进一步核实。", "filed", "移交承办科室立案"),
    ("not_active", "", "none", ""),
    ("corrected", "现场临时用电配电箱未上锁。", "order", "当场改正"),
    ("unreachable", "", "none", ""),
    ("nothing_found", "", "none", ""),
    ("closed", "", "none", ""),
    ("uncooperative", "无正当理由拒绝提供检查资料。", "order", "责令限期提供"),
]


def load() -> None:
    """Take each task as far as it shall go."""
    for row in TASKS:
        if not InspectionTask.objects.filter(task_no=_number(row)).exists():
            _take(row)


def _number(row: Any) -> str:
    return f"兴住建双随机〔{row[1]}〕{row[0]}号"


def _take(row: Any) -> None:
    _serial, year, name, items, basis, category, begins, ends, ratio, trade, how_far = row
    task = InspectionTask(
        task_no=_number(row),
        name=name,
        agency=bureau(),
        plan=InspectionPlanPage.objects.filter(year=year).first(),
        items=items,
        basis=basis,
        category=term("enforcement_category", category),
        date_from=begins,
        date_to=ends,
        ratio=ratio,
    )
    task.save()
    set_roster(task, roster(trade, year), [], user=None)
    task = commit_lottery(task, user=None)
    if how_far == TaskState.REVEALED:
        task = run_lottery(task, user=None)
        _fill_in(task)
        reveal_lottery(task, user=None)


def roster(trade: str, year: int) -> list[RosterEntry]:
    """Two dozen invented companies of a trade, the riskier ones with more weight, and one person."""
    areas = ("兴隆台区石油大街以北", "兴隆台区石油大街以南")
    entries = [
        RosterEntry(
            name=f"盘锦{NAMES[place]}{extra}{trade}",
            credit_code=code_of(f"91211103MA{year % 100}{len(trade):02d}{number:02d}{place}"[:17].ljust(17, "7")),
            area=areas[place % 2],
            weight=1 + place % 3,
            order=number + 1,
        )
        for number, (extra, place) in enumerate(product(("", "宏达"), range(len(NAMES))))
    ]
    return [*entries, RosterEntry(name="欧阳知远", is_person=True, area=areas[0], order=len(entries) + 1)]


def code_of(first: str) -> str:
    """A credit code with its check digit (GB 32100-2015)."""
    total = sum(_DIGITS.index(char) * pow(3, place, 31) for place, char in enumerate(first))
    return first + _DIGITS[(31 - total % 31) % 31]


def _fill_in(task: InspectionTask) -> None:
    for turn, page in enumerate(task.results.order_by("pk")):
        result, findings, handling, note = OUTCOMES[turn % len(OUTCOMES)]
        page.decided_on = task.date_to
        page.result, page.handling = term("inspection_result", result), term("inspection_handling", handling)
        page.findings, page.handling_note = findings, note
        let_out(page)
