"""The address of a record that stays when its page moves."""

from urllib.parse import quote


def permalink(agency_code: str, doc_no_norm: str, kind: str = "penalty") -> str:
    """The permanent address; it outlives moves and new slugs. Empty when authority or number is unknown.

    One number can name a penalty and a permit: other kinds carry theirs in the address.
    """
    if not agency_code or not doc_no_norm:
        return ""
    mark = "" if kind == "penalty" else f"{kind}/"
    return f"/d/{agency_code}/{mark}{quote(doc_no_norm, safe='')}/"
