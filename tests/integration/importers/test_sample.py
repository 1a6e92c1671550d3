"""The sample is what its generator writes, and comes in by the same way as every file."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from samples.files import FILE
from samples.files.generate import generate
from samples.files.loading import load_decisions
from tests.factories.pages import make_site


def test_the_file_is_what_the_generator_writes(tmp_path):
    generate(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == FILE.read_bytes()


@pytest.mark.django_db
def test_the_sample_gives_a_living_column_once(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    make_site()
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=True):
        run = load_decisions()
        assert (run.read, run.created, run.quarantined, run.skipped) == (324, 300, 20, 4)
        public = PublicRecord.objects.public(timezone.now())
        assert 120 <= public.count() <= 300 - run.over
        assert run.over > 20
        assert {record.year for record in public} >= {2024, 2025, 2026}
        assert not any("示例" in record.title for record in public)
        again = load_decisions()
        assert (again.created, again.changed, again.unchanged) == (0, 0, 300)
    assert PenaltyDecisionPage.objects.count() == 300
