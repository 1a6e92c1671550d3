"""Every column of a page type says what becomes of it: told under a name, or kept inside. Forgetting is an error."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.core.checks import Error, register
from django.db import models
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page

from pages.base.disclosure import DisclosurePage
from pages.base.numbered import NumberedDecisionPage
from pages.base.proactive import ProactivePage
from pages.base.shape import PARTIES
from records.types import RecordType, all_kinds, kind_of
from records.types.fields import CodeField

# Columns of the bases, and parts of every record: ``pages.projection.project`` says what becomes of them.
_FRAME = frozenset(
    one.name for base in (Page, DisclosurePage, NumberedDecisionPage, ProactivePage) for one in base._meta.local_fields
)
_FRAME_PARTS = frozenset({PARTIES, "attachments", COMMENTS_RELATION_NAME})
_TEXT = (models.CharField, models.TextField)
# Columns of the record that every kind fills.
_RECORD = frozenset({"title", "region", "position", "decided_on", "attachments"})


@cache
def plain_texts(kind: str) -> tuple[str, ...]:
    """Columns whose text is public as somebody typed it, and may tell of a person; codes are public by declaration."""
    declared = kind_of(kind)
    named = [one.name for one in declared.shown if one.read is None and not isinstance(one, CodeField)]
    texts = _texts(declared.model)
    return (*(name for name in named if name in texts), *told_elsewhere(kind))


@cache
def told_elsewhere(kind: str) -> tuple[str, ...]:
    """Columns whose text stands in a field of another name."""
    declared = kind_of(kind)
    places = {*declared.find, *(one.shown.name for one in declared.columns)}
    texts = _texts(declared.model)
    return tuple(name for name, place in declared.told_in.items() if place in places and name in texts)


def _texts(model: Any) -> frozenset[str]:
    return frozenset(one.name for one in model._meta.concrete_fields if isinstance(one, _TEXT))


def untold(kind: RecordType) -> list[str]:
    """What the declaration of a kind forgets, and what it names in vain."""
    model = kind.model or kind.subject
    if model is None:
        return []
    places = {*kind.find, *(one.shown.name for one in kind.columns), *_RECORD}
    named = {*places, *kind.told_in, *kind.internal}
    own, parts = set(own_columns(model)), dict(own_parts(model))
    known = {*own, *parts, *(f"{part}.{name}" for part, names in parts.items() for name in names), *_FRAME}
    forgotten = [name for name in own if name not in named]
    for part, names in parts.items():
        columns = {name for name, _label in getattr(kind.find.get(part), "columns", ())}
        if part not in named:
            forgotten.append(part)
        elif columns:
            forgotten += [f"{part}.{name}" for name in names if name not in columns and f"{part}.{name}" not in named]
    vain = [name for name in (*kind.told_in, *kind.internal) if name not in known]
    lost = [place for place in kind.told_in.values() if place not in places]
    return sorted({*forgotten, *vain, *lost})


def own_columns(model: Any) -> Iterator[str]:
    """Columns and choices that an editor fills, without those of the bases."""
    for one in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if one.editable and not one.primary_key and one.name not in _FRAME:
            yield one.name


def own_parts(model: Any) -> Iterator[tuple[str, list[str]]]:
    """Relations to rows of the page's own, each with its columns."""
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name not in _FRAME_PARTS and not relation.related_model._meta.auto_created and name != "tagged_items":
            yield name, list(_columns(relation.related_model))


def _columns(model: type[models.Model]) -> Iterator[str]:
    for one in model._meta.concrete_fields:
        if one.editable and not one.primary_key and not isinstance(one, ParentalKey) and one.name != "sort_order":
            yield one.name


@register()
def check_told(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A column of which nobody has said whether the public reads it would be public, or missing, without a word."""
    return [
        Error(
            _("The declaration of %(kind)s does not say what becomes of %(names)s.")
            % {"kind": kind.key, "names": ", ".join(names)},
            hint=_("Name it in shown, told_in or internal of its kind.py."),
            id="pages.E013",
        )
        for kind in all_kinds()
        if (names := untold(kind))
    ]
