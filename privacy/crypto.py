"""Encryption at rest with keys from the environment: the newest key writes, every listed key reads."""

import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

__all__ = ["InvalidToken", "decrypt", "encrypt", "fingerprint"]


@lru_cache(maxsize=4)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> str:
    """Give the encrypted token of a text; the empty text stays empty."""
    return _cipher(tuple(settings.IDENTITY_KEYS)).encrypt(text.encode()).decode() if text else ""


def decrypt(token: str) -> str:
    """Read a token; raises ``InvalidToken`` when no listed key fits."""
    return _cipher(tuple(settings.IDENTITY_KEYS)).decrypt(token.encode()).decode() if token else ""


def fingerprint(*texts: str) -> str:
    """Keyed hash (HMAC-SHA-256, hex) that tells equal secrets apart from changed ones without revealing them.

    It uses the oldest key, so that adding a new one does not make every record look changed.
    """
    key = settings.IDENTITY_KEYS[-1].encode()
    return hmac.new(key, "\x1f".join(texts).encode(), hashlib.sha256).hexdigest() if any(texts) else ""
