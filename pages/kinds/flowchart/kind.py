"""Flow charts: the drawing and the same steps in words are made when the chart becomes public, from masked texts."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from pages.flowcharts import Chart, Step, steps, to_svg
from pages.kinds.flowchart.models import FlowChartPage
from privacy.masking import Masker
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, ProseField, PublicField


@dataclass(frozen=True)
class DrawingField(PublicField):
    """An SVG made by ``pages.flowcharts``, which escapes every text; nothing in it is searched."""

    searched: bool = False
    section = True
    template = "components/fields/drawing.html"

    def value(self, page: Any, masker: Masker) -> str:
        """The drawing as text."""
        chart = _masked(page, masker)
        return to_svg(chart, f"{chart.title}，共{len(chart.nodes)}步，各步骤及其走向见文字说明。")

    def shown(self, value: Any, addresses: Addresses) -> SafeString | str:
        """The stored drawing."""
        return mark_safe(value) if value else ""  # noqa: S308


@dataclass(frozen=True)
class StepsField(PublicField):
    """The same steps in words; they are Chinese in every language of the reader, like everything in a record."""

    section = True
    template = "components/fields/steps.html"

    def value(self, page: Any, masker: Masker) -> list[dict[str, Any]]:
        """[{text, remarks, way}]."""
        return [_told(step) for step in steps(_masked(page, masker))]

    def text(self, value: Any) -> str:
        return " ".join(" ".join(filter(None, (one["text"], *one["remarks"], one["way"]))) for one in value or [])


def _masked(page: Any, masker: Masker) -> Chart:
    chart = page.chart()
    nodes = (
        replace(node, text=masker(node.text), unit=masker(node.unit), limit=masker(node.limit)) for node in chart.nodes
    )
    edges = (replace(edge, label=masker(edge.label)) for edge in chart.edges)
    return Chart(masker(chart.title), tuple(nodes), tuple(edges))


def _told(step: Step) -> dict[str, Any]:
    remarks = [("承办", step.node.unit), ("时限", step.node.limit)]
    ways = [f"{label}：转第{number}步" if label else f"转第{number}步" for label, number in step.ways]
    # The step that follows anyway needs no word.
    if len(step.ways) == 1 and step.ways[0] == ("", step.number + 1):
        ways = []
    return {
        "text": step.node.text,
        "remarks": [f"{name}：{text}" for name, text in remarks if text],
        "way": "；".join(ways),
    }


def _act(page: Any) -> str:
    return page.act.label if page.act_id else ""


FLOW_CHART = register(
    RecordType(
        key="flow_chart",
        label=_("Flow charts"),
        singular=_("Flow chart"),
        section="flowcharts",
        section_title="执法流程图",
        phase=Phase.BEFORE,
        model=FlowChartPage,
        hint=_("Through which steps does an act of enforcement go, and how long does each take?"),
        order=60,
        date_label=_("In force from"),
        template="pages/flowchart.html",
        shown=(
            PublicField("act", _("Act of a flow chart"), read=_act),
            PublicField("basis", _("Basis"), full=True),
            ProseField("note", _("Note")),
            DrawingField("chart", _("Flow chart")),
            StepsField("steps", _("Steps in words")),
        ),
        facets=(Facet("act", _("Act of a flow chart"), lambda page: [_act(page)]),),
        icon="order",
        told_in={"nodes": "steps", "edges": "steps"},
    )
)
