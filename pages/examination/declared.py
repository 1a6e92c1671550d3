"""What a declaration must say besides what is public: by what its list is narrowed, what its form leaves out."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.utils.translation import gettext as _

from pages.base.shape import PARTIES
from pages.examination.told import own_columns, own_parts
from records.types import RecordType, all_kinds
from records.types.decision_data import PartyData
from rules.models import Term

# Of the columns that all decisions have, those that every form must fill.
_OF_DECISIONS = ("doc_no", "decided_on", "agency_name", "agency_code", "source_name", "source_code", "remark")
_OF_PARTIES = frozenset(PartyData.__slots__) - {"identity", "silent"} | {"personal_id", "representative_id"}


def unfiltered(kind: RecordType) -> list[str]:
    """Choices and tags that are neither a filter nor said to be none, and what is named in vain."""
    model = kind.model or kind.subject
    if model is None:
        return []
    asked = {*kind.tags, *_choices(model)}.difference(kind.internal)
    narrowed = {facet.of or facet.name for facet in kind.facets} | {one.shown.name for one in kind.columns}
    vain = [facet.of for facet in kind.facets if facet.of and facet.of not in asked]
    vain += [name for name in kind.unfiltered if name not in asked or name in narrowed]
    return sorted({*asked.difference(narrowed, kind.unfiltered), *vain})


def _choices(model: Any) -> Iterator[str]:
    """Columns of its own whose values somebody chooses from a list."""
    for name in own_columns(model):
        one = model._meta.get_field(name)
        if one.related_model is Term or getattr(one, "choices", None):
            yield name


def unread(kind: RecordType) -> list[str]:
    """Columns that the form of a kind neither fills nor leaves out with a reason, and what it names in vain."""
    form, model = kind.form, kind.model
    if form is None or model is None:
        return []
    own = {*own_columns(model), *(name for name, _columns in own_parts(model)), *_OF_DECISIONS}
    filled = {name for column in form.columns for name in column.filled}
    parties = {column.attribute for column in form.columns if column.of_party}
    forgotten = own.difference(filled, form.left_out)
    vain = {name for name in form.left_out if name not in own or name in filled} | filled.difference(own)
    return sorted(forgotten | vain | {f"{PARTIES}.{name}" for name in _OF_PARTIES ^ parties})


@register()
def check_filters(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A choice by which nobody can narrow a list is a decision, not an oversight."""
    return [
        Error(
            _("The declaration of %(kind)s does not say whether its list is narrowed by %(names)s.")
            % {"kind": kind.key, "names": ", ".join(names)},
            hint=_("Name it in facets or unfiltered of its kind.py."),
            id="pages.E014",
        )
        for kind in all_kinds()
        if (names := unfiltered(kind))
    ]


@register()
def check_import(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A column that a sheet cannot fill stays empty in everything that comes in, and is missing in every export."""
    return [
        Error(
            _("The form of %(kind)s does not say where %(names)s comes from.")
            % {"kind": kind.key, "names": ", ".join(names)},
            hint=_("Give it a column of its importing.py, or name it in left_out with the reason."),
            id="pages.E015",
        )
        for kind in all_kinds()
        if (names := unread(kind))
    ]
