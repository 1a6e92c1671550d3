"""The only door for configuration: environment variables, each registered with its default and meaning."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Variable:
    """One documented environment variable: its name, the text of its default, and what it is for."""

    name: str
    default: str
    help: str


REGISTRY: dict[str, Variable] = {}


def _read(name: str, default: T, help: str, convert: Callable[[str], T]) -> T:
    shown = ",".join(default) if isinstance(default, tuple) else str(default)
    REGISTRY[name] = Variable(name, shown, help)
    raw = os.environ.get(name)
    return default if raw is None or raw == "" else convert(raw)


def text(name: str, default: str, help: str) -> str:
    """Read a text; an empty variable counts as unset."""
    return _read(name, default, help, str)


def number(name: str, default: int, help: str) -> int:
    """Read a whole number."""
    return _read(name, default, help, int)


def flag(name: str, default: bool, help: str) -> bool:
    """Read a yes/no: 1, true, yes and on mean yes."""
    return _read(name, default, help, lambda raw: raw.strip().lower() in {"1", "true", "yes", "on"})


def words(name: str, default: tuple[str, ...], help: str) -> tuple[str, ...]:
    """Read a comma-separated list."""
    return _read(name, default, help, lambda raw: tuple(part.strip() for part in raw.split(",") if part.strip()))


def path(name: str, default: Path, help: str) -> Path:
    """Read a file or folder path."""
    return _read(name, default, help, Path)


def digest() -> str:
    """One short text for all variables that are set; another one when any of them changes."""
    given = sorted(item for item in os.environ.items() if item[0].startswith("GONGSHI_"))
    return hashlib.sha256(repr(given).encode()).hexdigest()[:16]
