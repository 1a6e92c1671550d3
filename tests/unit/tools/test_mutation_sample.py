"""The sample of mutants: what is drawn, what is left out, and what a test notices."""

import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace

import pytest

from tests.tools.copies import ROOT
from tests.tools.mutation import equivalent, texts
from tests.tools.mutation.population import Mutant, mutate
from tests.tools.mutation.sample import stratified

CODE = '''"""A module."""


def known(number):
    """Caught: a test knows both sides of the border."""
    return number > 3


class Shop:
    # How much it is.
    def price(self, number):
        return (
            number
            * 2
        )


def unseen(number):
    return number + 1


def early(number):
    return number + 1


EARLY = early(1)
'''
MATCH = """def known(number):
    match number:
        case 1:
            return True
        case _:
            return False
"""
TESTS = """
from shop import Shop, known

def test_known():
    assert known(4) and not known(3)

def test_price():
    Shop().price(0)
"""


def some(path: str, count: int) -> list[Mutant]:
    return [Mutant(f"{path}.{place}", path, "f", place, f"was {place}", "now", "") for place in range(count)]


def test_a_mutant_tells_the_line_that_it_changes(tmp_path):
    (tmp_path / "shop.py").write_text(CODE)
    code, mutants = mutate("shop.py", tmp_path)
    assert {(one.place, one.function, one.was, one.now) for one in mutants} == {
        ("shop.py:6", "known", "return number > 3", "return number >= 3"),
        ("shop.py:6", "known", "return number > 3", "return number > 4"),
        ("shop.py:13", "Shop.price", "number * 2", "number / 2"),
        ("shop.py:14", "Shop.price", "* 2", "* 3"),
        ("shop.py:19", "unseen", "return number + 1", "return number - 1"),
        ("shop.py:19", "unseen", "return number + 1", "return number + 2"),
        ("shop.py:23", "early", "return number + 1", "return number - 1"),
        ("shop.py:23", "early", "return number + 1", "return number + 2"),
    }
    assert all(one.name.rpartition(".")[2] in code for one in mutants)


def test_the_last_case_of_a_match_may_be_gone(tmp_path):
    (tmp_path / "shop.py").write_text(MATCH)
    assert {(one.place, one.was, one.now) for one in mutate("shop.py", tmp_path)[1]} == {
        ("shop.py:3", "case 1:", "case 2:"),
        ("shop.py:3", "case 1: return True", ""),
        ("shop.py:4", "return True", "return False"),
        ("shop.py:5", "case _: return False", ""),
        ("shop.py:6", "return False", "return True"),
    }


@pytest.mark.parametrize(("was", "now", "noticed"), [
    ('_("Fine")', '_("XXFineXX")', True),
    ('_(\n        "The record is not public."\n    )', '_("the record is not public.")', True),
    ('_("Fine")', '_("Confiscation")', False),
    ('_("Fine")', "_(None)", False),
    ('print("Fine")', 'print("XXFineXX")', False),
])  # fmt: skip
def test_a_text_that_no_catalogue_holds_is_noticed_where_texts_are_collected(was, now, noticed):
    new, old = (texts.marked(f"    def f():\n        return {one}\n") for one in (now, was))
    assert texts.unknown(new - old) is noticed


def test_the_judge_says_what_a_test_notices(tmp_path):
    (tmp_path / "shop.py").write_text(CODE)
    (tmp_path / "test_shop.py").write_text(TESTS)
    code, mutants = mutate("shop.py", tmp_path)
    (tmp_path / "shop.py").write_text(code)
    (tmp_path / "names").write_text("\n".join(one.name for one in mutants))
    (tmp_path / "pyproject.toml").write_text("[tool.mutmut]\nsource_paths = ['shop.py']\n[tool.pytest.ini_options]\n")
    options = ["-p", "tests.tools.mutation.judge", "-p", "no:django", "-s", "--mutants=names", "--verdicts=verdicts"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT}"}
    subprocess.run([sys.executable, "-m", "pytest", *options], cwd=tmp_path, env=environment, check=True)
    said = [json.loads(line) for line in (tmp_path / "verdicts").read_text().splitlines()]
    assert [(one["name"].partition("__mutmut")[0], one["said"], one["by"]) for one in said] == [
        *[("shop.x_known", "caught", "test_shop.py::test_known")] * 2,
        *[("shop.xǁShopǁprice", "survived", "")] * 2,
        *[("shop.x_unseen", "survived", "")] * 2,
        *[("shop.x_early", "on import", "")] * 2,
    ]


def test_each_file_gives_by_its_size_and_at_least_one():
    everyone = [*some("a.py", 300), *some("b.py", 90), *some("c.py", 1)]
    drawn = stratified(everyone, 40, "seed")
    assert [sum(one.path == path for one in drawn) for path in ("a.py", "b.py", "c.py")] == [31, 10, 1]
    assert len(set(drawn)) == len(drawn)
    assert set(stratified(everyone, 1000, "seed")) == set(everyone)


def test_the_seed_decides_and_nothing_else():
    everyone = some("a.py", 300)
    assert stratified(everyone, 40, "seed") == stratified(everyone, 40, "seed")
    assert stratified(everyone, 40, "seed") != stratified(everyone, 40, "another")


def test_a_listed_mutant_is_left_out_wherever_it_moves_and_a_gone_one_is_told():
    one, other = some("a.py", 2)
    listed = equivalent.Equivalent("a.py:f", one.was, one.now, "means the same")
    gone = replace(listed, was="no longer there")
    assert equivalent.without([replace(one, line=99), other], [listed, gone]) == ([other], [gone])


@pytest.mark.parametrize(("was", "now", "same"), [
    ("for a, b in zip(x, y, strict=True):", "for a, b in zip(x, y, strict=None):", True),
    ("for a, b in zip(x, y, strict=True):", "for a, b in zip(x, y, ):", True),
    ("for a, b in zip(x, y, strict=True):", "for a, b in zip(x, None, strict=True):", False),
    ("return f(x, y)", "return f(x, )", False),
    ("return cast(Facts, row.said)", "return cast(None, row.said)", True),
    ("return cast(Facts, row.said)", "return cast(Facts, None)", False),
    ("batch_size=500,", "batch_size=None,", True),
    ("batch_size=500,", "", True),
])  # fmt: skip
def test_what_means_the_same_everywhere(was, now, same):
    mutant = replace(some("a.py", 1)[0], was=was, now=now)
    assert any(one.is_of(mutant) for one in equivalent.read_everywhere()) is same


@pytest.mark.parametrize("row", equivalent.read(), ids=lambda row: row.function)
def test_every_listed_mutant_changes_a_line_of_its_function_and_says_why_nobody_sees_it(row):
    assert row.was != row.now
    assert len(row.reason) > 10
    path, _, function = row.function.partition(":")
    text = " ".join((ROOT / path).read_text().split())
    assert f"def {function.rpartition('.')[2]}(" in text
    assert row.was in text


def test_what_is_sampled_exists():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"]
    assert set(settings["source_paths"]) == set(settings["caught_by"])
    tests = [one for tests in settings["caught_by"].values() for one in tests if one.startswith("tests/")]
    assert all((ROOT / one).exists() for one in (*settings["source_paths"], *tests))
