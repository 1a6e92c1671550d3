"""Secrets at rest: what is written is read by every listed key, and told apart without being revealed."""

import hashlib
import hmac

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from privacy.crypto import InvalidToken, decrypt, encrypt, fingerprint

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_what_is_encrypted_is_read_again_and_not_to_be_seen(text):
    token = encrypt(text)
    assert token.isascii()
    assert decrypt(token) == text
    assert token != encrypt(text)


def test_nothing_stays_nothing():
    assert (encrypt(""), decrypt("")) == ("", "")


def test_the_newest_key_writes_and_every_listed_key_reads(settings):
    settings.IDENTITY_KEYS = [OLD]
    before = encrypt("211103199001011230")
    settings.IDENTITY_KEYS = [NEW, OLD]
    after = encrypt("211103199001011230")
    assert decrypt(before) == decrypt(after) == "211103199001011230"
    settings.IDENTITY_KEYS = [NEW]
    assert decrypt(after) == "211103199001011230"
    with pytest.raises(InvalidToken):
        decrypt(before)


def test_a_fingerprint_is_the_same_for_the_same_secrets_alone(settings):
    settings.IDENTITY_KEYS = [OLD]
    one = fingerprint("211103199001011230", "张三")
    assert one == fingerprint("211103199001011230", "张三")
    others = [("211103199001011230",), ("张三", "211103199001011230"), ("211103199001011230张", "三"), ("", "张三")]
    assert len({one, *(fingerprint(*texts) for texts in others)}) == len(others) + 1
    assert fingerprint("", "") == fingerprint() == ""


def test_a_fingerprint_is_keyed_by_the_oldest_key(settings):
    settings.IDENTITY_KEYS = [OLD]
    one = fingerprint("张三", "1")
    assert one == hmac.new(OLD.encode(), "张三\x1f1".encode(), hashlib.sha256).hexdigest()
    settings.IDENTITY_KEYS = [NEW, OLD]
    assert fingerprint("张三", "1") == one
    settings.IDENTITY_KEYS = [NEW]
    assert fingerprint("张三", "1") != one
