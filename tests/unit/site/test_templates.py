"""Templates obey the content security policy and reach for nothing outside."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = sorted((ROOT / "site" / "templates").rglob("*.html"))
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style", re.I),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:", re.I),
    "address outside": re.compile(r"(src|href|action)\s*=\s*[\"'](https?:)?//", re.I),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape off"),
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "site" / "templates")))
@pytest.mark.parametrize("fault", FORBIDDEN)
def test_template_is_clean(template, fault):
    assert not FORBIDDEN[fault].search(template.read_text("utf-8"))


PUBLIC = [path for path in TEMPLATES if not {"admin", "wagtailadmin"} & set(path.parts)]


@pytest.mark.parametrize("template", PUBLIC, ids=lambda path: str(path.relative_to(ROOT / "site" / "templates")))
def test_no_public_template_prints_an_internal_note(template):
    """What a rule, a task or a setting says to the bureau alone is called a note; a record's own note is a field."""
    printed = re.findall(r"\{[{%].*?[%}]\}", template.read_text("utf-8"), re.S)
    assert [one for one in printed if re.search(r"[._](note|internal)\b", one)] == []


def test_there_are_templates():
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("script", sorted((ROOT / "site" / "static").rglob("*.js")), ids=lambda path: path.name)
def test_scripts_speak_the_javascript_of_old_phones(script):
    text = re.sub(r"//[^\n]*|\"[^\"\n]*\"", "", script.read_text("utf-8"))
    assert not re.search(r"=>|`|\b(const|let|class|async|await|import|export)\b|\?\.|\?\?|\.\.\.", text)
