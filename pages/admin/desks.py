"""The lists on the editors' desk."""

from pages.admin import basis_desk, deadline_desk, gap_desk, officer_desk, recipient_desk


def open_desks() -> None:
    """Each in its order."""
    for desk in (deadline_desk, recipient_desk, officer_desk, basis_desk, gap_desk):
        desk.open_desk()
