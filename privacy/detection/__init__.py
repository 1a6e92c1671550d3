"""Personal information in running Chinese text: where it stands, what it is, and the text without it.

Pure functions without Django. All offsets count characters of the text as given, also where it hides a number behind
full-width digits, blanks, line breaks or characters that cannot be seen.
"""

from privacy.detection.detect import detect, is_identity_of_a_person
from privacy.detection.hit import Hit, HitKind
from privacy.detection.shaping import mask, masked

__all__ = ["Hit", "HitKind", "detect", "is_identity_of_a_person", "mask", "masked"]
