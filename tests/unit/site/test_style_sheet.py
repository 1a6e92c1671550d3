"""The public style sheet must work in every browser down to Chromium 86, Safari of iOS 13 and WeChat's webview.

The compiled sheet is read, so parts that come from govuk-frontend are held to the same lists. Whatever is on none of
them fails: adding a name means having looked up both browsers, or that it only improves what works without it.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SHEET = ROOT / "site" / "static" / "gongshi" / "gongshi.css"
LISTS = ROOT / "tests" / "data" / "css"


def words(name: str) -> set[str]:
    """The words of one list."""
    return set((LISTS / f"{name}.txt").read_text("utf-8").split())


PROPERTIES = words("properties")
# Unknown to one of the two browsers and only an improvement: without them nothing is lost.
ENHANCEMENTS = words("enhancements")
# An unknown selector makes a browser drop the whole rule, so there are no enhancements among these.
PSEUDO = words("pseudo")
ALONE = {"::-moz-focus-inner"}
FUNCTIONS = {"attr", "calc", "env", "inset", "max", "minmax", "rect", "repeat", "rgba", "var"}
AT_RULES = {"charset", "media", "page", "supports"}
MEDIA = re.compile(
    r"(screen|print|and|not|\((min|max)-width: [\d.]+(px|em)\)|\(forced-colors: active\)|\(prefers-contrast: more\)"
    r"|\(prefers-color-scheme: dark\)|[\s,])+"
)
RULE = re.compile(r"(?P<head>[^{};]+)\{(?P<body>[^{}]*)\}")


def rules(css: str) -> list[tuple[str, str]]:
    """(selector, declarations) of every innermost block."""
    return [(match["head"].strip(), match["body"]) for match in RULE.finditer(css)]


def declarations(body: str) -> list[tuple[str, str]]:
    """(property, value) pairs."""
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    return [(name.strip(), value.strip()) for name, value in pairs]


def complaints(css: str) -> list[str]:
    """Everything in a sheet that one of the oldest browsers does not understand."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    found = [f"at-rule @{name}" for name in re.findall(r"@([a-z-]+)", css) if name not in AT_RULES]
    found += [f"media {query}" for query in re.findall(r"@media([^{]+)\{", css) if not MEDIA.fullmatch(query)]
    found += ["nesting: &"] if "&" in css else []
    for selector, body in rules(css):
        found += _selector_complaints(selector)
        found += _declaration_complaints(selector, dict(declarations(body)))
    return found


def _selector_complaints(selector: str) -> list[str]:
    if selector.startswith("@"):
        return []
    names = set(re.findall(r":{1,2}[a-z-]+", selector))
    found = [f"selector {name} in {selector}" for name in names - PSEUDO - ALONE]
    if names & ALONE and "," in selector and len(names) > 1:
        found.append(f"vendor selector beside others: {selector}")
    return found + [f"list in :not(): {selector}" for inner in re.findall(r":not\(([^)]*)\)", selector) if "," in inner]


def _declaration_complaints(selector: str, pairs: dict[str, str]) -> list[str]:
    found = []
    for name, value in pairs.items():
        if not name.startswith("--") and name not in PROPERTIES | ENHANCEMENTS:
            found.append(f"property {name} in {selector}")
        found += [f"function {f}() in {selector}" for f in re.findall(r"([a-z-]+)\(", value) if f not in FUNCTIONS]
    if {"gap", "row-gap", "column-gap"} & set(pairs) and pairs.get("display") != "grid":
        found.append(f"gap outside a grid in {selector}")
    return found


def test_oldest_browsers_understand_the_whole_sheet():
    assert complaints(SHEET.read_text("utf-8-sig")) == []


@pytest.mark.parametrize(
    "css",
    [
        "a:has(b){color:red}",
        "a:is(b,c){color:red}",
        "a:focus-visible{color:red}",
        "a:not(.b,.c){color:red}",
        "a{inset:0}",
        "a{margin-inline:0}",
        "a{aspect-ratio:1}",
        "a{width:clamp(1px,2px,3px)}",
        "a{color:color-mix(in srgb,red,blue)}",
        "a{display:flex;gap:1px}",
        "@layer x{a{color:red}}",
        "@container (width > 1px){a{color:red}}",
        "@media (width >= 600px){a{color:red}}",
        "a{color:red;&:hover{color:blue}}",
    ],
)
def test_what_they_do_not_understand_is_found(css):
    assert complaints(css)


def test_the_sheet_asks_for_nothing_else():
    css = SHEET.read_text("utf-8-sig")
    assert "url(" not in css
    assert "@import" not in css
    assert "@font-face" not in css


# Classes that name a part and have no style of their own.
HOOKS = {"gs-article", "gs-basis", "gs-basis__text", "gs-citation", "gs-steps__text"}


def test_the_sheet_is_what_its_sources_say():
    """Each class that a template uses is styled or a hook that the list names."""
    css = SHEET.read_text("utf-8-sig") + SHEET.with_name("admin.css").read_text("utf-8")
    used = set()
    for template in (ROOT / "site" / "templates").rglob("*.html"):
        used |= set(re.findall(r"\b(gs-[a-z_-]+[a-z])", template.read_text("utf-8")))
    assert {name for name in used if f".{name}" not in css} == HOOKS
