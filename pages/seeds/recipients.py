"""Who receives exports, as a start."""

from typing import Any

ROWS = [
    ("信用中国（辽宁）", "发改办财金〔2018〕424号；发改办财金〔2018〕790号"),
    ("兴隆之窗信息公开平台", "住建局三项制度实施方案"),
    ("建筑市场监管公共服务平台", "建市〔2017〕241号"),
]


def plant(recipient_model: Any) -> None:
    """Add those that are not there yet, by name."""
    for name, basis in ROWS:
        recipient_model.objects.get_or_create(name=name, defaults={"basis": basis})
