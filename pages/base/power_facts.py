"""What powers, benchmarks and guides are declared with alike."""

from typing import Any


def power_type(power: Any) -> str:
    """The Chinese name of its type; empty while none is chosen."""
    return power.power_type.label if power.power_type_id else ""


def law_names(page: Any) -> list[str]:
    """The laws on whose articles a page rests."""
    return [article.law.name for article in page.articles]


def power_of(page: Any) -> list[tuple[str, str]]:
    """(key, name) of the power to which a page belongs; none while none is chosen."""
    return [(f"power-{page.power_id}", page.power.name)] if page.power_id else []
