"""`manage.py explain`: why does it say that? One module for each question; each registers its subcommand."""

from pages.explain import due, mask, number, window, workdays

__all__ = ["due", "mask", "number", "window", "workdays"]
