"""The invented column of a new site."""

import pytest

from records.models import PortalSettings
from samples.portal import fill_column


@pytest.mark.django_db
def test_it_is_filled_once_and_leaves_what_is_there():
    assert fill_column()
    PortalSettings.objects.update(bureau_name="本单位")
    assert not fill_column()
    assert PortalSettings.current().bureau_name == "本单位"


@pytest.mark.django_db
def test_it_has_no_links_that_lead_nowhere():
    fill_column()
    column = PortalSettings.current()
    addresses = [name.name for name in column._meta.get_fields() if name.name.endswith("_url")]
    assert len(addresses) > 3
    assert not any(getattr(column, name) for name in addresses)


@pytest.mark.django_db
def test_its_values_are_valid():
    fill_column()
    PortalSettings.current().full_clean()
