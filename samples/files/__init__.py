"""Invented content, so that a new site shows a living column; ``generate`` writes the file, ``loading`` imports it."""

from pathlib import Path

FILE = Path(__file__).with_name("penalty_2022_2026.xlsx")
"""About 300 decisions of four years in the 790号 form, with the dirt of real files and 20 rows bad on purpose."""
