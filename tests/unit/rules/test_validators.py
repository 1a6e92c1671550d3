"""What a form says of a wrong credit code."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from rules.validators import NO_CREDIT_CODE, is_credit_code, validate_credit_code


def test_a_right_code_passes():
    validate_credit_code("91211103166131861N")


@pytest.mark.parametrize(
    "code", ["", "91211103166131861M", "91211103166131861n", " 91211103166131861N", NO_CREDIT_CODE]
)
def test_any_other_text_is_refused_in_a_sentence(code):
    assert not is_credit_code(code)
    with override("zh-hans"), pytest.raises(ValidationError) as refusal:
        validate_credit_code(code)
    assert refusal.value.code == "credit_code"
    assert "统一社会信用代码" in refusal.value.message
