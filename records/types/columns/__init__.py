"""Columns of the forms by which sources tell of records: how a cell is read, and what may be wrong with it."""
