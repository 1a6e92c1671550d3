"""Remedies and supervision, monitoring sites, publicity during enforcement: what a party can do and must be told."""

from django.utils.translation import gettext_lazy as _

from pages.base.catalogue_tables import catalogue_table, row_facet
from pages.kinds.channel.models import DuringNoticePage, MonitoringSitePage, RemediesPage
from records.types import Phase, RecordType, register
from records.types.fields import ProseField, PublicField

REMEDIES = register(
    RecordType(
        key="remedies",
        label=_("Ways of remedy and supervision"),
        singular=_("Ways of remedy and supervision"),
        section="remedies",
        section_title="救济渠道与监督方式",
        phase=Phase.BEFORE,
        model=RemediesPage,
        hint=_("How can a party be heard, appeal or complain, where and until when?"),
        order=70,
        in_footer=True,
        date_label=_("In force from"),
        shown=(
            ProseField("note", _("Note")),
            catalogue_table(
                "rows",
                _("Channels"),
                (
                    ("channel", _("Kind of channel")),
                    ("body", _("Receiving body")),
                    ("scope", _("Whom and what it is for")),
                    ("time_limit", _("Time limit of the remedy")),
                    ("address", _("Address")),
                    ("postcode", _("Postcode")),
                    ("phone", _("Phone")),
                    ("email", _("E-mail")),
                    ("procedure", _("Reception and answer")),
                ),
                whole=("postcode", "phone", "email"),
            ),
        ),
        facets=(row_facet("channel", _("Kind of channel"), "channel"),),
        icon="help",
        template="pages/catalogue.html",
    )
)

MONITORING_SITES = register(
    RecordType(
        key="monitoring_site",
        label=_("Electronic monitoring sites"),
        singular=_("List of monitoring sites"),
        section="sites",
        section_title="电子监控设备设置地点",
        phase=Phase.BEFORE,
        model=MonitoringSitePage,
        hint=_("Where do devices record violations, and where can a party query the record?"),
        order=72,
        date_label=_("In force from"),
        shown=(
            PublicField("contact", _("Contact for queries"), full=True),
            ProseField("note", _("Note")),
            catalogue_table(
                "rows",
                _("Monitoring sites"),
                (
                    ("location", _("Location")),
                    ("device", _("Device")),
                    ("purpose", _("Purpose")),
                    ("legal_review_on", _("Legal review on")),
                    ("technical_review_on", _("Technical review on")),
                    ("public_since", _("Location public since")),
                ),
                whole=("legal_review_on", "technical_review_on", "public_since"),
            ),
        ),
        facets=(row_facet("device", _("Device"), "device"),),
        icon="site",
        template="pages/catalogue.html",
    )
)

DURING_NOTICE = register(
    RecordType(
        key="during_notice",
        label=_("Publicity during enforcement"),
        singular=_("Publicity during enforcement"),
        section="during",
        section_title="事中公示",
        phase=Phase.DURING,
        model=DuringNoticePage,
        hint=_("Which card do officers show, what must they tell you, and who sits at which window?"),
        order=80,
        date_label=_("In force from"),
        shown=(
            ProseField("note", _("Note")),
            ProseField("showing", _("Showing the enforcement card")),
            catalogue_table(
                "told",
                _("Matters to be told"),
                (
                    ("stage", _("Stage of enforcement")),
                    ("content", _("What the party is told")),
                    ("document", _("Enforcement document")),
                    ("basis", _("Basis")),
                ),
                relation="told",
            ),
            catalogue_table(
                "posts",
                _("Posts at service windows"),
                (
                    ("post", _("Window post")),
                    ("duties", _("Duties")),
                    ("staff", _("Staff and certificates")),
                    ("place", _("Window or room")),
                    ("phone", _("Phone for advice")),
                    ("complaint_phone", _("Phone for complaints")),
                ),
                relation="posts",
                whole=("phone", "complaint_phone"),
            ),
        ),
        icon="warning",
        template="pages/catalogue.html",
    )
)
