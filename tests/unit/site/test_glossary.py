"""The glossary names what is there."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps

from pages import models

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")
WORDS = sorted({word for row in TEXT.splitlines() if row.startswith("| ") for word in re.findall(r"`([^`]+)`", row)})
MODELS = {model.__name__: model for model in apps.get_models()}


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_there(word):
    if word[0].isupper():
        assert word in MODELS or hasattr(models, word)
    elif "_" in word:
        assert any(field.name == word for model in MODELS.values() for field in model._meta.get_fields())
    else:
        assert find_spec(word) is not None
