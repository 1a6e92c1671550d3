"""Marked texts that only a mutant has: ``test_the_catalogue_holds_every_text_of_the_code`` collects them and fails.

It reads the source and not what runs, so the judge cannot try it; which mutants it notices follows from the catalogue.
"""

import ast
from functools import cache
from textwrap import dedent

import polib

from tests.tools.copies import ROOT

NOTICED_BY = "tests/unit/site/test_catalogues.py::test_the_catalogue_holds_every_text_of_the_code"
_MARKS = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"})


def marked(code: str) -> frozenset[str]:
    """The texts that code marks for translation."""
    calls = (node for node in ast.walk(ast.parse(dedent(code))) if isinstance(node, ast.Call))
    marks = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _MARKS)
    texts = (one.value for mark in marks for one in mark.args if isinstance(one, ast.Constant))
    return frozenset(text for text in texts if isinstance(text, str))


def unknown(texts: frozenset[str]) -> bool:
    """Whether one of the texts is in no catalogue."""
    return not texts <= _known()


@cache
def _known() -> frozenset[str]:
    entries = [entry for path in (ROOT / "locale/zh_Hans").rglob("*.po") for entry in polib.pofile(str(path))]
    return frozenset(text for one in entries for text in (one.msgid, one.msgid_plural, one.msgctxt) if text)
