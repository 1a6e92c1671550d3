"""Permit decisions: from a line of the form to facts, with what is wrong told cell by cell."""

from django.utils.translation import gettext as _

from importers.formats.consistency import warn_findings
from importers.formats.parties import ImportContext, check_year, read_agency, read_party, silent_names
from importers.formats.permit_columns import BY_CODE, COLUMNS, OF_2015
from importers.sources import has_content
from records.types.columns.base import Column, Draft
from records.types.decision_data import PartyData, PermitData

KIND = "permit"
FORM = "790"
FIELDS = {
    "doc_no": "XK_WSH",
    "decided_on": "XK_JDRQ",
    "content": "XK_NR",
    "document_title": "XK_XKWS",
    "permit_kind": "XK_XKLB",
    "other_kind": "XK_XKLB",
    "licence_name": "XK_XKZS",
    "licence_no": "XK_XKBH",
    "valid_from": "XK_YXQZ",
    "valid_until": "XK_YXQZI",
    "is_in_force": "XK_ZT",
    "agency_name": "XK_XKJG",
    "source_name": "XK_LYDW",
    "source_code": "XK_LYDWDM",
    "remark": "BZ",
}
# 1 = 有效, 2 = 无效; in the form of 2015: 0 = 正常, 1 = 撤销, 2 = 异议, 3 = 其他.
_STATES = {"1": True, "有效": True, "正常": True, "2": False, "无效": False, "撤销": False, "注销": False}
_STATES_OF_2015 = {"0": True, "正常": True, "有效": True, "1": False, "撤销": False, "无效": False}


def clean_row(draft: Draft, columns: tuple[Column, ...], around: ImportContext) -> PermitData | None:
    """Clean every cell of a row, then what only cells together tell.

    Returns the decision with the one holder of this row, or ``None`` when the draft has problems.
    """
    present = {column.code: column for column in columns}
    # Item 15: a decision without a number of its own goes by the number of its licence.
    if not has_content(draft.cells.get("XK_WSH")) and has_content(draft.cells.get("XK_XKBH")):
        draft.cells = {**draft.cells, "XK_WSH": draft.cells["XK_XKBH"]}
    for column in COLUMNS:
        present.get(column.code, column).clean(draft)
    party = read_party(draft, around, BY_CODE, "XK")
    _name(draft)
    kind, other = _kind(draft, around)
    in_force = _in_force(draft, bool(OF_2015 & set(present)))
    check_year(draft, BY_CODE["XK_JDRQ"])
    if draft.problems:
        return None
    facts = _facts(draft, party, around, kind=kind, other_kind=other, is_in_force=in_force)
    warn_findings(draft, facts, around, COLUMNS)
    return facts


def _name(draft: Draft) -> None:
    """Item 14; a form of 2015 has the project's name instead. A new permit without either is called as its licence."""
    values = draft.values
    if values["document_title"]:
        return
    values["document_title"] = values["project_name"] or values["licence_name"]
    if values["project_name"]:
        draft.silent.discard("document_title")
    elif values["licence_name"]:
        draft.silent.add("document_title")


def _kind(draft: Draft, around: ImportContext) -> tuple[str, str]:
    """Item 16: code of the vocabulary, and the words of another kind (其他-备案)."""
    words = draft.values["kind_words"] or draft.values["approval_kind"]
    column = BY_CODE["XK_XKLB"]
    if draft.values["approval_kind"]:
        draft.silent.discard("kind_words")
    if not words:
        return "", ""
    code = around.permit_kinds.exact(words) or around.permit_kinds.exact(words.split("-", 1)[-1].strip())
    if code:
        return code, ""
    head, _mark, rest = words.replace("—", "-").replace("：", "-").replace(":", "-").partition("-")
    if around.permit_kinds.exact(head) == "other" and rest.strip():
        return "other", rest.strip()[:255]
    draft.warn(column, _("“%(words)s” is no kind of permit that is known; it counts as 其他.") % {"words": words[:40]})
    return "other", words[:255]


def _in_force(draft: Draft, is_of_2015: bool) -> bool:
    """Item 25; what is unknown is taken as in force, and said. Only a new permit takes it so."""
    text = draft.values["state"].split(".", 1)[0].split("-", 1)[0].strip()
    if not text:
        draft.silent.add("is_in_force")
        return True
    found = (_STATES_OF_2015 if is_of_2015 else _STATES).get(text)
    if found is None:
        draft.silent.add("is_in_force")
        draft.warn(BY_CODE["XK_ZT"], _("This state is not known; the permit is taken as in force."))
    return True if found is None else found


def _facts(
    draft: Draft, party: PartyData, around: ImportContext, *, kind: str, other_kind: str, is_in_force: bool
) -> PermitData:
    values = draft.values
    name, code = read_agency(draft, around)
    plain = (
        "doc_no",
        "decided_on",
        "content",
        "document_title",
        "licence_name",
        "licence_no",
        "valid_from",
        "valid_until",
    )
    return PermitData(
        **{
            field: values[field]
            for field in (*plain, "valid_from", "valid_until", "source_name", "source_code", "remark")
        },
        parties=(party,),
        permit_kind=kind,
        other_kind=other_kind,
        is_in_force=is_in_force,
        agency_name=name,
        agency_code=code,
        silent=silent_names(draft, FIELDS, {"kind_words": ("permit_kind", "other_kind")}),
    )
