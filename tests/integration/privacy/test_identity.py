"""Two numbers of a party are sealed apart."""

from uuid import uuid4

from privacy import crypto
from privacy.models.identity import PartyIdentity

A, B = "110105194912310025", "110105194912310033"


def test_each_number_opens_as_itself():
    sealed = PartyIdentity.seal(1, uuid4(), A, B)
    assert (crypto.decrypt(sealed.personal_token), crypto.decrypt(sealed.representative_token)) == (A, B)
    other = PartyIdentity.seal(1, uuid4(), A, "")
    assert crypto.decrypt(other.representative_token) == ""
    assert other.fingerprint != sealed.fingerprint
