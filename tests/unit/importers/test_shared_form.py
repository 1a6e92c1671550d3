"""The public test file beside the checkout: 400 rows, 20 of them broken, read exactly as expected of it.

Not part of the normal run (the data are not ours): ``./test -m shared_data`` runs it where ``../shared/data`` is.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.factories.importing import read

FORMS = Path(__file__).resolve().parents[4] / "shared" / "data" / "forms"

pytestmark = pytest.mark.shared_data


@pytest.fixture(scope="module")
def expected():
    """What every line of the file reads as."""
    assert FORMS.is_dir(), f"the shared test data is missing: {FORMS}"
    return json.loads((FORMS / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize(("name", "above"), [("penalty.xlsx", 0), ("penalty_gb18030.csv", 2)])
def test_the_file_reads_as_expected(expected, name, above):
    reading = read(FORMS / name)
    assert len(reading.rows) == expected["read"]
    problems = [(problem.line + above, problem.column) for one in reading.rows for problem in one.problems]
    assert problems == [(bad["line"], bad["column"]) for bad in expected["bad"]]
    good = [one for one in reading.rows if one.data]
    for one, wanted in zip(good, expected["good"], strict=True):
        facts, party = one.data, one.data.parties[0]
        assert one.line + above == wanted["line"]
        assert (facts.doc_no, party.name) == (wanted["doc_no"], party.name)
        assert party.name == wanted["party"]
        assert f"{facts.decided_on:%Y/%m/%d}" == wanted["date"]
        fine = None if wanted["fine_wan"] == "" else Decimal(str(wanted["fine_wan"])) * 10000
        assert facts.fine == fine
        assert party.identity.personal == wanted["id_number"]
        assert (party.category == "person") == wanted["person"]
