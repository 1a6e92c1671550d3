"""The baseline: the same decision as a page of plain Wagtail, with its list, nothing of ours. Used by benches only."""
