"""Nothing outside the folder of a kind knows it by name: what others do with a kind, they ask of its declaration."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.types import all_kinds

ROOT = Path(__file__).resolve().parents[3]
KINDS = ROOT / "pages/kinds"
FLOORS = ("pages", "records", "search", "importers")
# Tables gathered for Django; first rows, which are content.
GATHERED = {"pages/models.py"}
CONTENT = {"migrations", "seeds", "kinds"}
# Keys that are words of the field too, as names of columns: meant as a kind only where a kind is asked for.
WORDS = {"agency", "benchmark", "guide", "law", "lottery", "notice", "officer", "other", "power"}
ASKED = {"kind", "kind__in", "key"}
ASKING = {
    *("kind_of", "find_kind", "shape_of", "count_public", "year_counts", "listing_address"),
    *("section_for", "archive_for", "place_for", "may_place", "decision_data"),
}
_OF_PAGES = re.compile(r"pages\.(\w+)")

# Registers to which every record points are no kinds among others there: the body that decides, its officers, the law
# on which it rests. The rest have their reason beside them. The list only shrinks.
STAYS = {
    # Who decides: the first body of a column, the authority of a record and its region, the body's own phones.
    "pages/acts/bulk/shared.py": {"agency"},
    "pages/acts/site_tree.py": {"agency"},
    "pages/admin/forms/first_run.py": {"agency"},
    "pages/admin/views/first_run.py": {"agency"},
    "pages/base/disclosure.py": {"agency"},
    "pages/examination/hits.py": {"agency"},
    "pages/projection/context.py": {"agency"},
    "importers/context.py": {"agency"},
    "importers/models/source.py": {"agency"},
    # The law: an article cited, an article that left its law, laws to choose from.
    "pages/base/basis.py": {"law"},
    "pages/base/decision_links.py": {"law"},
    "pages/admin/basis_listing.py": {"law"},
    "pages/projection/receivers.py": {"law"},
    # The roll of officers, which comes as a spreadsheet, and its public table.
    "pages/acts/officers.py": {"officer"},
    "records/public/officer_table.py": {"officer"},
    "importers/wagtail_hooks.py": {"officer"},
    "importers/officers/compare.py": {"agency", "officer"},
    "importers/officers/form.py": {"agency", "officer"},
    "importers/officers/views.py": {"officer"},
    "importers/officers/workbook.py": {"agency", "officer"},
    # Drawing of lots is a process of its own: it draws officers, and its results are pages.
    "pages/admin/forms/lottery.py": {"lottery", "officer"},
    "pages/admin/views/lotteries.py": {"lottery"},
    "pages/inspections/acts.py": {"lottery", "officer"},
    "pages/inspections/gather.py": {"lottery", "officer"},
    "pages/inspections/results.py": {"inspection", "lottery", "officer"},
    "pages/inspections/roster.py": {"lottery"},
    "pages/inspections/wording.py": {"lottery"},
    # A notice follows the decisions of which it tells, which only the projection sees.
    "pages/projection/notices.py": {"notice"},
    # Filters over columns that every record has; their names stand in triggers and addresses.
    "records/facets.py": {"penalty"},
    "search/forms.py": {"agency", "penalty"},
}


def _classes() -> dict[str, str]:
    """The classes of the kinds, each with the folder of its kind."""
    found = {}
    for path in KINDS.glob("*/*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found.update({node.name: path.parent.name for node in tree.body if isinstance(node, ast.ClassDef)})
    return found


CLASSES = _classes()
KEYS = {kind.key for kind in all_kinds()}


def names(source: str) -> Iterator[str]:
    """Folders that are imported, classes named in texts, keys."""
    tree = ast.parse(source)
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            yield from (match[1] for one in _modules(node) if (match := re.match(r"pages\.kinds\.(\w+)", one)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            if (match := _OF_PAGES.fullmatch(node.value)) and match[1] in CLASSES:
                yield CLASSES[match[1]]
            if node.value in KEYS - WORDS:
                yield node.value
        yield from (word for word in _asked(node) if word in WORDS)


def _modules(node: ast.ImportFrom | ast.Import) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [f"{node.module}.{one.name}" for one in node.names]


def _asked(node: ast.AST) -> Iterator[str]:
    """Texts that stand where a kind is asked for: compared with one, given as one, a key of a table of kinds."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        if any(getattr(side, "attr", getattr(side, "id", "")) in ASKED for side in sides):
            yield from _texts(*sides)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
        named = {getattr(target, "id", "").lower() for target in node.targets}
        yield from (text for text in _texts(node.value) if named & {*ASKED, text})
    elif isinstance(node, ast.keyword) and node.arg in ASKED:
        yield from _texts(node.value)
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ASKING:
        yield from _texts(*node.args)
    elif isinstance(node, ast.Dict) and len(KEYS.intersection(_texts(*filter(None, node.keys)))) > 1:
        yield from _texts(*filter(None, node.keys))


def _texts(*nodes: ast.AST) -> Iterator[str]:
    for node in nodes:
        yield from (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def files() -> Iterator[Path]:
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            if not CONTENT.intersection(path.relative_to(ROOT).parts) and str(path.relative_to(ROOT)) not in GATHERED:
                yield path


def test_no_kind_is_known_by_name():
    found = {str(path.relative_to(ROOT)): set(names(path.read_text(encoding="utf-8"))) for path in files()}
    assert {path: known for path, known in found.items() if known} == STAYS


@pytest.mark.parametrize(
    "source",
    [
        "from pages.kinds.penalty.models import PenaltyDecisionPage",
        "import pages.kinds.penalty.models",
        "from pages.kinds import penalty",
        "count_public(now, 'penalty')",
        "LISTINGS = {'penalty': Listing}",
        "models.ForeignKey('pages.PenaltyDecisionPage')",
    ],
)
def test_a_kind_of_decisions_is_found_however_it_is_named(source):
    assert set(names(source)) == {"penalty"}


@pytest.mark.parametrize(
    "source",
    [
        "if kind.key == 'notice': ...",
        "records.filter(kind='notice')",
        "section_for('notice')",
        "NOTICE = 'notice'",
        "KIND = 'notice'",
        "LISTINGS = {'notice': A, 'permit_': B, 'guide': C}",
    ],
)
def test_a_word_of_the_field_is_found_where_a_kind_is_meant(source):
    assert "notice" in set(names(source))


def test_a_word_of_the_field_may_name_a_column():
    assert set(names("context = {'notice': record.notice}\nfields = ['law', 'basis']")) == set()
