"""Flow charts: the drawing and the same steps in words are made when the chart becomes public, from masked texts."""

from dataclasses import replace
from html import unescape
from typing import Any

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from pages.flowcharts import Chart, Step, steps, to_svg
from pages.kinds.flowchart.models import FlowChartPage
from privacy.masking import Masker
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, ProseField, PublicField
from records.types.html import HtmlField


class Drawing(HtmlField):
    """An SVG in a region of its own, which scrolls where the window is narrower."""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """The stored drawing, made by ``pages.flowcharts``."""
        if not value:
            return ""
        region = '<div class="gs-flow" role="region" tabindex="0" aria-label="{}">{}</div>'
        return format_html(region, _("%(name)s (drawing)") % {"name": self.label}, mark_safe(value))  # noqa: S308


def _masked(page: Any, masker: Masker) -> Chart:
    chart = page.chart()
    nodes = (
        replace(node, text=masker(node.text), unit=masker(node.unit), limit=masker(node.limit)) for node in chart.nodes
    )
    edges = (replace(edge, label=masker(edge.label)) for edge in chart.edges)
    return Chart(masker(chart.title), tuple(nodes), tuple(edges))


def _drawing(page: Any, masker: Masker) -> str:
    chart = _masked(page, masker)
    return to_svg(chart, f"{chart.title}，共{len(chart.nodes)}步，各步骤及其走向见文字说明。")


def _in_words(page: Any, masker: Masker) -> str:
    """Chinese in every language of the reader, like everything in a record."""
    items = format_html_join("", "<li>{}{}{}</li>", (_told(step) for step in steps(_masked(page, masker))))
    return format_html('<ol class="gs-steps">{}</ol>', items)


def _told(step: Step) -> tuple[str, str, str]:
    remarks = [("承办", step.node.unit), ("时限", step.node.limit)]
    said = format_html_join("", '<span class="gs-steps__remark">{}：{}</span>', (pair for pair in remarks if pair[1]))
    ways = [f"{label}：转第{number}步" if label else f"转第{number}步" for label, number in step.ways]
    # The step that follows anyway needs no word.
    if len(step.ways) == 1 and step.ways[0] == ("", step.number + 1):
        ways = []
    onward = format_html('<span class="gs-steps__way">{}</span>', "；".join(ways)) if ways else ""
    return format_html('<span class="gs-steps__text">{}</span>', step.node.text), said, onward


def _words(value: str) -> str:
    return unescape(strip_tags(value.replace("<", " <")))


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
            Drawing("chart", _("Flow chart"), draw=_drawing),
            HtmlField("steps", _("Steps in words"), draw=_in_words, words=_words),
        ),
        facets=(Facet("act", _("Act of a flow chart"), lambda page: [_act(page)]),),
        icon="order",
    )
)
