"""Many counts in one query."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value


def count_each(asked: Iterable[tuple[str, QuerySet[Any]]]) -> Counter[str]:
    """How many rows there are under each name; what stands under one name several times is added up."""
    numbers = [_number(name, found) for name, found in asked if not found.query.is_empty()]
    counted: Counter[str] = Counter()
    for name, number in numbers[0].union(*numbers[1:], all=True) if numbers else ():
        counted[name] += number
    return counted


def _number(name: str, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    named = found.order_by().values_list(Value(name, output_field=CharField()))
    return named.annotate(number=Count("pk"))
