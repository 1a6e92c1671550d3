"""The address of a record that stays when its page moves."""

from urllib.parse import quote

from records.types.registry import kind_of


def permalink(agency_code: str, doc_no_norm: str, kind: str = "") -> str:
    """The permanent address; it outlives moves and new slugs. Empty when authority or number is unknown.

    One number can name decisions of two kinds: all but one kind carry theirs in the address
    (``RecordType.bare_permalink``).
    """
    if not agency_code or not doc_no_norm:
        return ""
    mark = f"{kind}/" if kind and not kind_of(kind).bare_permalink else ""
    return f"/d/{agency_code}/{mark}{quote(doc_no_norm, safe='')}/"
