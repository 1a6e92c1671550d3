"""The lists on the editors' desk that are of many kinds; one of a kind's own stands in its folder."""

from pages.admin import basis_desk, deadline_desk, gap_desk, recipient_desk


def open_desks() -> None:
    """Each in its order."""
    for desk in (deadline_desk, recipient_desk, basis_desk, gap_desk):
        desk.open_desk()
