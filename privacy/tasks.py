"""Background tasks of this floor, where the worker looks for them."""

from privacy.files.queue import examine_files

__all__ = ["examine_files"]
