"""The texts of a draft that its projection would show, by field, as they were typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from pages.base.numbered import NumberedDecisionPage
from pages.examination.told import plain_texts, told_elsewhere
from pages.projection.context import ProjectionContext
from pages.projection.project import masker_for
from privacy.masking import Masker
from records.types.fields import PublicField
from records.types.registry import kind_of

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
    """Texts in the order of the document; a composed title says nothing that they do not."""
    kind = kind_of(page.kind)
    elsewhere = [_column(page, name) for name in told_elsewhere(page.kind)]
    read = {one.text for one in elsewhere}
    columns = [one.shown for one in kind.columns if one.shown.name not in kind.find]
    for one in (*kind.shown, *columns):
        yield from (found for found in _of_shown(page, one) if found.plain or found.text not in read)
    yield from (one for one in elsewhere if one.text)
    title = () if isinstance(page, NumberedDecisionPage) else ("title",)
    yield from (_column(page, name) for name in (*title, *_FRAME) if getattr(page, name, ""))


def typed_in(page: Any, values: Mapping[str, Any]) -> Iterator[TypedText]:
    """Texts among the values of a form that go into columns of the page as they are."""
    for name in (*plain_texts(page.kind), *_FRAME):
        value = values.get(name)
        if isinstance(value, str) and value:
            yield replace(_column(page, name), text=value)


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
