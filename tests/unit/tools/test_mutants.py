"""The named mutants: each still finds the code that it changes."""

import pytest

from tests.tools.copies import ROOT
from tests.tools.mutants import MUTANTS


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_each_named_mutant_changes_a_text_that_stands_once_in_its_file(mutant):
    assert [(ROOT / path).read_text().count(old) for path, old, _new in mutant.edits] == [1] * len(mutant.edits)
    tests = mutant.tests.split()[0]
    assert (ROOT / tests).exists()
