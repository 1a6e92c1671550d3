"""What a migration means, whatever its layout, its comments and the words that people read."""

import ast
import hashlib
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

_FOR_PEOPLE = frozenset({"verbose_name", "verbose_name_plural", "help_text", "choices", "error_messages"})


class _WithoutWords(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.AST:
        node.keywords = [one for one in node.keywords if one.arg not in _FOR_PEOPLE]
        return self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        kept = [pair for pair in zip(node.keys, node.values, strict=True) if not _names_words(pair[0])]
        node.keys, node.values = [key for key, _ in kept], [value for _, value in kept]
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """Docstrings go."""
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)


def _names_words(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value in _FOR_PEOPLE


def digest_of_source(source: str) -> str:
    """The same for two sources that make the same tables."""
    return _digest(ast.unparse(_WithoutWords().visit(ast.parse(source))))


def digest_of_value(name: str) -> str:
    """Of a constant, or of what a function without arguments returns."""
    value: Any = import_string(name)
    return _digest(repr(value() if callable(value) else value))


def digests(root: Path, files: list[str], values: list[str]) -> dict[str, dict[str, str]]:
    """Of files below a folder, and of what they take from the code around them."""
    return {
        "files": {name: digest_of_source((root / name).read_text(encoding="utf-8")) for name in files},
        "values": {name: digest_of_value(name) for name in values},
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
