"""The sample content: an invented bureau, its tree and its decisions."""

from datetime import date

import samples as records
from gongshi.settings.paths import VAR_DIR
from pages.acts.open_portal_section import Opening, open_portal_section
from pages.acts.site_tree import AgencyData
from pages.base.tree import HomePage
from samples.files.loading import load_decisions
from samples.portal import SETTINGS

COLUMN = "行政执法公示"
BUREAU = AgencyData(
    name="兴隆台区住房和城乡建设局",
    credit_code="112111030012345672",
    region_code="211103",
    phone="0427-0000000",
    address="盘锦市兴隆台区沅渚街1号",
    duties="负责房屋建筑和市政基础设施工程、物业管理、燃气等行业的监督管理，依法作出行政处罚。",
    remedy_review_body="兴隆台区人民政府",
    remedy_court="兴隆台区人民法院",
    head="罗景川",
    jurisdiction="兴隆台区行政区域内的房屋建筑、市政基础设施工程、房地产、物业管理和燃气经营活动。",
    staff=46,
    effective_on=date(2024, 1, 1),
)
# Beside the database: an editor who deletes the sample does not want it back at the next start.
DONE = VAR_DIR / "sample.done"


def is_loaded() -> bool:
    """Whether the sample was loaded into this database."""
    return DONE.exists() and HomePage.objects.exists()


def load() -> None:
    """Load everything; safe to repeat after an interruption."""
    open_portal_section(Opening(COLUMN, BUREAU, SETTINGS))
    load_decisions()
    records.load()
    DONE.parent.mkdir(parents=True, exist_ok=True)
    DONE.touch()
