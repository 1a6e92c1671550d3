"""Secrets of a site started by ``./run``: made once, kept for the owner's eyes."""

import base64
import os
import secrets
from pathlib import Path

NAMES = ("GONGSHI_SECRET_KEY", "GONGSHI_IDENTITY_KEYS")


def secrets_of(path: Path) -> dict[str, str]:
    """The secrets in a file of ``NAME=value`` lines, made when it is missing."""
    if not path.exists():
        made = (secrets.token_urlsafe(50), base64.urlsafe_b64encode(os.urandom(32)).decode())
        write_private(path, "".join(f"{name}={value}\n" for name, value in zip(NAMES, made, strict=True)))
    return dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner reads, never readable for others on the way (mode 0600)."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
