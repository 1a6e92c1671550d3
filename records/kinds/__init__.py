"""Kinds of public records: what each is called, where it lives, what of it is public, how it is found.

A kind is declared once, in a module of ``pages.disclosed``; projection, public page, lists, filters, search, sitemap,
doors and admin listings follow from the declaration.
"""

from records.kinds.base import Facet, Kind, Phase
from records.kinds.registry import all_kinds, find_kind, kind_of, register

__all__ = ["Facet", "Kind", "Phase", "all_kinds", "find_kind", "kind_of", "register"]
