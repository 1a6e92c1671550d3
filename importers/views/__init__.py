"""Screens of the importers in the admin."""
