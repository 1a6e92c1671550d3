"""The rules, one module for each part of a decision document; importing this registers all of them."""

from rules.consistency.rules import number, parties, amounts, dates, penalties, remedy, officers, law, parts, items  # noqa: F401, I001
