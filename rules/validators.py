"""Checks of single values, for forms and imports alike."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as StdnumError

# 个体工商户 without a code write this; its check digit is formally wrong (law.md 15).
NO_CREDIT_CODE = "0" * 17 + "X"


def is_credit_code(text: str) -> bool:
    """Whether a text is a unified social credit code (GB 32100-2015) with a right check digit."""
    try:
        return uscc.validate(text) == text
    except StdnumError:
        return False


def validate_credit_code(text: str) -> None:
    """Raise ``ValidationError`` unless the text is a credit code."""
    if not is_credit_code(text):
        raise ValidationError(
            _("This is no valid unified social credit code (18 characters, check digit GB 32100-2015)."),
            code="credit_code",
        )
