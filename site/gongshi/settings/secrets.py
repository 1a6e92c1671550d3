"""Tell weak secrets from strong ones."""

from collections.abc import Sequence

from cryptography.fernet import Fernet

from gongshi.settings.security import DEV_IDENTITY_KEY, DEV_SECRET_KEY


def weaknesses(secret_key: str, identity_keys: Sequence[str]) -> list[str]:
    """Sentences on what is weak about the secrets, each with how to mend it; empty when they are strong."""
    return [*_of_secret_key(secret_key), *_of_identity_keys(identity_keys)]


def _of_secret_key(secret: str) -> list[str]:
    if secret == DEV_SECRET_KEY or len(secret) < 50 or len(set(secret)) < 20:
        make = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        return [f"GONGSHI_SECRET_KEY is missing or weak: at least 50 random characters. Make one: {make}"]
    return []


def _of_identity_keys(keys: Sequence[str]) -> list[str]:
    make = "python3 -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())'"
    if not keys or DEV_IDENTITY_KEY in keys:
        return [f"GONGSHI_IDENTITY_KEYS is missing or the public development key. Make one: {make}"]
    if not all(_is_fernet(key) for key in keys):
        return [f"GONGSHI_IDENTITY_KEYS holds something that is no Fernet key. Make one: {make}"]
    return []


def _is_fernet(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True
