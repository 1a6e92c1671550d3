"""Who receives exports, as a start."""

from collections.abc import Iterator

from rules.seeds.rows import Seed

ROWS = [
    ("信用中国（辽宁）", "发改办财金〔2018〕424号；发改办财金〔2018〕790号"),
    ("兴隆之窗信息公开平台", "住建局三项制度实施方案"),
    ("建筑市场监管公共服务平台", "建市〔2017〕241号"),
]


def seeds() -> Iterator[Seed]:
    """All of them, by name."""
    yield from (Seed("pages.Recipient", name, {"name": name, "basis": basis}) for name, basis in ROWS)
