"""Officers with what they need around them."""

from datetime import date
from itertools import count
from typing import Any

from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer
from rules.models import Term
from tests.factories.pages import make_site

_serial = count(5001)


def make_officer(categories: tuple[str, ...] = ("quality_safety",), **values: Any) -> Officer:
    """A saved officer on duty with a certificate that is valid now; ``values`` are columns."""
    unit: AgencyPage = values.pop("unit", None) or make_site()
    facts = {
        "name": "林澜",
        "unit": unit,
        "position": "科员",
        "certificate_no": f"辽L0427{next(_serial):04d}",
        "area": "兴隆台区",
        "valid_from": date(2024, 1, 1),
        "valid_to": date(2030, 12, 31),
        **values,
    }
    officer = Officer(**facts)
    officer.categories = list(Term.objects.filter(vocabulary="enforcement_category", code__in=categories))
    officer.save()
    return officer
