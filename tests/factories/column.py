"""A column as a bureau would fill it: every setting, a handful of published decisions."""

from datetime import date, timedelta

from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PortalSettings
from tests.factories.pages import make_decision, make_party


def set_column() -> PortalSettings:
    """Every setting of the column filled; all links lead to an invented portal."""
    return PortalSettings.objects.create(
        bureau_name="兴隆台区住房和城乡建设局",
        slogan="执法公开，查得到、看得懂",
        introduction="兴隆台区住房和城乡建设局作出的行政处罚决定，依法在这里公示。",
        portal_name="兴隆之窗",
        portal_url="https://portal.example.test/",
        parent_name="住房和城乡建设局",
        parent_url="https://portal.example.test/bureau/",
        footer_links=[("link", {"label": "网站地图", "url": "https://portal.example.test/map/"})],
        site_name="兴隆之窗",
        site_domain="portal.example.test",
        site_code="0000000000",
        section_description="行政处罚决定公示",
        section_keywords="行政处罚,公示",
        section_type="信息公开",
        icp_number="辽ICP备00000000号",
        phone="0427-0000000",
    )


def publish_decisions() -> list[PenaltyDecisionPage]:
    """A company, two companies, a person; newest first, all public today whenever that is."""
    parties = [
        [make_party(credit_code="91211100MA0000001A", representative="周岚")],
        [make_party("盘锦榆溪市政工程有限公司"), make_party("盘锦岚霁物业服务有限公司")],
        [make_party("王小明", "person")],
    ]
    return [
        make_decision(
            publish=True,
            parties=people,
            decided_on=date.today() - timedelta(days=20 + number),
            remedy="可在60日内申请行政复议，或在6个月内提起行政诉讼。",
            orders="责令停止施工，限期改正。",
        )
        for number, people in enumerate(parties)
    ]
