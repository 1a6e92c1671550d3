"""The texts of a draft that its projection would show, by field, as they were typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from pages.projection.context import ProjectionContext
from pages.projection.project import masker_for
from privacy.masking import Masker
from records.types.fields import CodeField, PublicField
from records.types.registry import kind_of

# Projected by hand (``pages.projection.penalty``); the others follow from the declaration of their kind.
_PENALTY = ("violation_kind", "facts", "basis", "result", "other_penalty", "licence", "orders", "remedy")
_FRAME = ("disclosure_basis", "window_reason")


@dataclass(frozen=True)
class TypedText:
    """One text; ``plain`` says that it is the whole value of the page's column ``field``."""

    field: str
    label: str
    text: str
    plain: bool


@dataclass(slots=True)
class _Recorder(Masker):
    """Masks nothing less, and remembers what it was given."""

    seen: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> str:
        self.seen.append(text)
        return Masker.__call__(self, text)


def known_names(page: Any, context: ProjectionContext) -> frozenset[str]:
    """Names that the settings decide about: parties and their representatives."""
    masker = masker_for(page.public_parties(), context, page.private_names())
    return masker.known | frozenset(masker.pairs)


def typed_texts(page: Any) -> Iterator[TypedText]:
    """Texts in the order of the document."""
    if page.kind == "penalty":
        yield from (_column(page, name) for name in (*_PENALTY, *_FRAME) if getattr(page, name))
        return
    for one in kind_of(page.kind).shown:
        yield from _of_shown(page, one)
    yield from (_column(page, name) for name in ("title", *_FRAME) if getattr(page, name, ""))


def typed_in(page: Any, values: Mapping[str, Any]) -> Iterator[TypedText]:
    """Texts among the values of a form that go into columns of the page as they are."""
    names = _PENALTY if page.kind == "penalty" else _plain_names(page.kind)
    for name in (*names, *_FRAME):
        value = values.get(name)
        if isinstance(value, str) and value:
            yield replace(_column(page, name), text=value)


def _plain_names(kind: str) -> tuple[str, ...]:
    return tuple(one.name for one in kind_of(kind).shown if one.read is None and not isinstance(one, CodeField))


def _of_shown(page: Any, one: PublicField) -> Iterator[TypedText]:
    value = getattr(page, one.name, None)
    if isinstance(value, str) and one.read is None:
        recorder = _Recorder()
        one.value(page, recorder)
        if recorder.seen:
            yield TypedText(one.name, str(one.label), value, True)
        return
    recorder = _Recorder()
    one.value(page, recorder)
    for text in dict.fromkeys(recorder.seen):
        yield TypedText(one.name, str(one.label), text, False)


def _column(page: Any, name: str) -> TypedText:
    try:
        label = str(type(page)._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        label = name
    return TypedText(name, label, getattr(page, name, ""), True)
