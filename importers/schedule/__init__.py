"""Imports that nobody starts by hand."""
