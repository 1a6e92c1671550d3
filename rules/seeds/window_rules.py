"""Publicity window rules: the seed rows of law.md 5.4, ours, for an administrator to change."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.seeds.rows import Seed

R527, R58, R36 = (
    "发改办财金〔2019〕527号",
    "国家发展改革委令2023年第58号",
    "信用修复管理办法（国家发展改革委令2025年第36号）",
)
UNTIL_58, FROM_58 = date(2023, 4, 30), date(2023, 5, 1)
UNTIL_36, FROM_36 = date(2026, 3, 31), date(2026, 4, 1)

RULES: list[dict[str, Any]] = [
    {
        "name": "2023年5月前 一般", "decided_to": UNTIL_58,
        "default_months": 12, "min_months": 3, "max_months": 12, "basis": R527,
    },
    {
        "name": "2023年5月前 严重", "decided_to": UNTIL_58, "grades": "serious", "priority": 10,
        "default_months": 36, "min_months": 6, "max_months": 36, "basis": R527,
    },
    {
        "name": "58号令 一般", "decided_from": FROM_58, "decided_to": UNTIL_36,
        "default_months": 12, "min_months": 3, "max_months": 36, "basis": R58,
    },
    {
        "name": "58号令 严重", "decided_from": FROM_58, "decided_to": UNTIL_36, "grades": "serious", "priority": 10,
        "default_months": 36, "min_months": 3, "max_months": 36, "basis": R58,
    },
    {
        "name": "58号令 安全生产、消防、特种设备", "decided_from": FROM_58, "decided_to": UNTIL_36, "priority": 20,
        "domains": "work_safety fire_safety special_equipment",
        "default_months": 36, "min_months": 12, "max_months": 36, "basis": R58,
    },
    {
        "name": "36号令 一般", "decided_from": FROM_36,
        "default_months": 12, "min_months": 3, "max_months": 12, "basis": R36,
    },
    {
        "name": "36号令 轻微（简易程序）", "decided_from": FROM_36, "procedure": "summary", "priority": 10,
        "grades": "minor general", "default_months": 3, "min_months": 0, "max_months": 3, "basis": R36,
    },
    {
        "name": "36号令 轻微（仅警告、通报批评）", "decided_from": FROM_36, "penalty_types": "warning criticism",
        "only_these_types": True, "grades": "minor general", "priority": 10,
        "default_months": 3, "min_months": 0, "max_months": 3, "basis": R36,
    },
    {
        "name": "36号令 轻微", "decided_from": FROM_36, "grades": "minor", "priority": 20,
        "default_months": 3, "min_months": 0, "max_months": 3, "basis": R36,
    },
    {
        "name": "36号令 严重", "decided_from": FROM_36, "grades": "serious", "priority": 20,
        "default_months": 36, "min_months": 12, "max_months": 36, "basis": R36,
    },
    {
        # Its upper limit is the bureau's own, so it belongs to the bureau's own system.
        "name": "自然人上限", "party_categories": "person", "is_cap": True, "priority": 100, "system": "enforcement",
        "default_months": 24, "max_months": 24, "basis": "参照《河北省行政执法公示办法》，本机关设定",
    },
]  # fmt: skip


OURS = "本机关自行设定"
# Where the rows say so, this is why; it is nobody's business but the bureau's.
OURS_NOTE = "未见上级统一规定"

# Records other than penalties. Permits are public while valid, five years when nothing says how long (law.md 5.4).
OTHER_RULES: list[dict[str, Any]] = [
    {
        "name": "事前公开 长期", "act": "proactive", "system": "enforcement", "long_term": True,
        "default_months": 0, "max_months": 0, "basis": "《城市综合执法领域基层政务公开标准目录》：长期公开（动态调整）",
    },
    {
        "name": "行政许可 有效期内，无期限的五年", "act": "permit", "system": "enforcement", "follows_validity": True,
        "default_months": 60, "max_months": 60, "basis": OURS, "note": OURS_NOTE,
    },
    *(
        {
            "name": f"{label} 五年", "act": act, "system": "enforcement",
            "default_months": 60, "max_months": 60, "basis": OURS, "note": OURS_NOTE,
        }
        for act, label in (
            ("coercion", "行政强制"), ("inspection_result", "行政检查"), ("other", "其他执法决定"), ("notice", "通知公告"),
        )
    ),
]  # fmt: skip

R241 = "《建筑市场信用管理暂行办法》（建市〔2017〕241号）第十条"

# Penalties by the other two systems; they decide where the settings choose that system.
SYSTEM_RULES: list[dict[str, Any]] = [
    {
        "name": "执法公示 五年", "act": "penalty", "system": "enforcement",
        "default_months": 60, "max_months": 60, "basis": "参照《河北省行政执法公示办法》，本机关设定",
    },
    {
        "name": "建筑市场 一般", "act": "penalty", "system": "market", "covers_effect": True,
        "default_months": 12, "min_months": 6, "max_months": 36, "basis": R241,
    },
    {
        "name": "建筑市场 轻微", "act": "penalty", "system": "market", "grades": "minor", "priority": 10,
        "covers_effect": True, "default_months": 6, "min_months": 6, "max_months": 36, "basis": R241,
    },
    {
        "name": "建筑市场 严重", "act": "penalty", "system": "market", "grades": "serious", "priority": 10,
        "covers_effect": True, "default_months": 36, "min_months": 6, "max_months": 36, "basis": R241,
    },
]  # fmt: skip


def seeds() -> Iterator[Seed]:
    """All rules, by name."""
    for row in (*RULES, *OTHER_RULES, *SYSTEM_RULES):
        act = "" if row.get("is_cap") else "penalty"
        yield Seed("rules.WindowRule", row["name"], {"system": "credit", "act": act, **row})
