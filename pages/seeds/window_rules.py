"""Publicity window rules: the seed rows of law.md 5.4, ours, for an administrator to change."""

from datetime import date
from typing import Any

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
        "name": "自然人上限", "party_categories": "person", "is_cap": True, "priority": 100,
        "default_months": 24, "max_months": 24, "basis": "参照《河北省行政执法公示办法》，本机关设定",
    },
]  # fmt: skip


def plant(rule_model: Any) -> None:
    """Add the rows that are not there yet, by name."""
    for row in RULES:
        act = "" if row.get("is_cap") else "penalty"
        rule_model.objects.get_or_create(name=row["name"], defaults={"system": "credit", "act": act, **row})
