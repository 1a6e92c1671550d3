"""Kinds of public records: what each is called, where it lives, what of it is public, how it is found.

A kind is declared once, in the ``kind.py`` of its folder; projection, public page, lists, filters, search, sitemap,
items and admin listings follow from the declaration.
"""

from records.types.record_type import Facet, Figures, Phase, RecordColumn, RecordType
from records.types.registry import all_kinds, find_kind, kind_of, register

__all__ = ["Facet", "Figures", "Phase", "RecordColumn", "RecordType", "all_kinds", "find_kind", "kind_of", "register"]
