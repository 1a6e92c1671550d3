"""Choices from a vocabulary as a cell writes them."""

from django.utils.translation import gettext as _

from records.tones import REST
from records.types.columns.base import Column, Draft
from records.types.columns.words import Words

_YES, _NO = frozenset({"是", "1", "Y", "有"}), frozenset({"否", "0", "N"})


def read_term(draft: Draft, column: Column, known: Words) -> str:
    """The code of a word. One that the vocabulary does not have keeps the row waiting: no column would hold it."""
    words = draft.values[column.attribute]
    code = known.exact(words)
    if words and not code:
        draft.refuse(column, _("“%(words)s” is none of the words that are known here.") % {"words": words[:40]})
    return code


def read_kind(draft: Draft, column: Column, words: str, known: Words, unknown: str) -> tuple[str, str]:
    """The code of a word, and the words of another kind (其他-备案). What is not known counts as 其他, and ``unknown``
    is told."""
    if not words:
        return "", ""
    code = known.exact(words) or known.exact(words.split("-", 1)[-1].strip())
    if code:
        return code, ""
    head, _mark, rest = words.replace("—", "-").replace("：", "-").replace(":", "-").partition("-")
    if known.exact(head) == REST and rest.strip():
        return REST, rest.strip()
    draft.warn(column, unknown % {"words": words[:40]})
    return REST, words


def write_kind(label: str, other: str) -> str:
    """A kind as it is read again."""
    return f"{label}-{other}" if other else label


def read_yes(draft: Draft, column: Column) -> bool:
    """是 or 否; an empty cell says nothing, and another word keeps the row waiting."""
    words = draft.values[column.attribute].upper()
    if not words:
        draft.silent.add(column.attribute)
    elif words not in _YES | _NO:
        draft.refuse(column, _("Write 是 or 否."))
    return words in _YES


def write_yes(value: bool) -> str:
    return "是" if value else "否"
