"""Rows of the permit form without a database."""

from importers.formats import KINDS
from importers.reading import read_file
from importers.sources import Limits
from tests.factories.importing import TODAY, surroundings
from tests.factories.spreadsheets import write_xlsx
from tests.integration.importers.test_permits import FORM, PERSON, row


def test_a_person_holds_a_permit(tmp_path):
    path = write_xlsx(tmp_path / "permits.xlsx", [[column.label for column in FORM], row(), row(**PERSON)])
    around = surroundings()
    reading = read_file(path, KINDS["permit"], around, TODAY, Limits())
    assert [problem.reason for one in reading.rows for problem in one.problems] == []
    company, person = (one.data for one in reading.rows)
    assert (company.permit_kind, company.subject) == ("general", "建筑工程施工许可决定书")
    assert (person.parties[0].category, person.parties[0].identity.personal) == ("person", PERSON["XK_XDR_ZJHM"])
    assert company.natural_key() == "permit|112111030012345672|兴住建许字〔2026〕12号"
