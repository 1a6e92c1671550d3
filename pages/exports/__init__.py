"""双公示 exports: published permits and penalties in the national template (发改办财金〔2018〕790号; law.md 4)."""

from pages.exports.run import Exported, ExportError, ExportOrder, check, export

__all__ = ["ExportError", "ExportOrder", "Exported", "check", "export"]
