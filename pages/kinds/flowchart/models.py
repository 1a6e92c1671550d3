"""Flow charts of enforcement acts (执法流程图): steps, decisions and time limits as data (law.md 8)."""

import uuid
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.base.proactive import ProactivePage
from pages.base.titles import digest
from pages.flowcharts import Chart, Edge, Node, NodeKind
from rules.models.terms import Vocabulary, term_field

_NAME = "流程图"
_key = RegexValidator(r"^[0-9A-Za-z_-]+$", _("Letters, digits and hyphens only."))


class FlowChartPage(ProactivePage):
    """One chart for one act. Its drawing and its list of steps are made when it becomes public."""

    kind = "flow_chart"

    act = term_field(_("Act of a flow chart"), Vocabulary.FLOW_ACT)
    basis = models.TextField(_("Basis"), blank=True)
    note = models.TextField(_("Note"), blank=True, help_text=_("Stands above the chart."))

    class Meta:
        verbose_name = _("Flow chart")
        verbose_name_plural = _("Flow charts")

    def compute(self) -> None:
        """The act makes the title."""
        if self.act is not None:
            self.title = f"{self.act.label}{_NAME}"
        if not self.slug and self.title:
            self.slug = f"flow-{digest(f'{self.title}{uuid.uuid4()}')}"
        super().compute()

    def chart(self) -> Chart:
        """Steps and ways in their order."""
        return Chart(
            self.title,
            tuple(node.as_node() for node in self.nodes.all()),
            tuple(Edge(edge.source, edge.target, edge.label) for edge in self.edges.all()),
        )


class FlowNodeKind(models.TextChoices):
    """What a step is; the same values as ``pages.flowcharts.NodeKind``."""

    START = "start", _("Start")
    STEP = "step", _("Step")
    DECISION = "decision", _("Decision point")
    END = "end", _("End")


class FlowNode(Orderable):
    """A step. Ways name it by its key."""

    page: Any = ParentalKey(FlowChartPage, on_delete=models.CASCADE, related_name="nodes")
    key = models.CharField(
        _("Key of the step"), max_length=12, validators=[_key], help_text=_("A short name, e.g. 3 or 3a; ways use it.")
    )
    kind = models.CharField(_("Kind of step"), max_length=12, choices=FlowNodeKind.choices, default=FlowNodeKind.STEP)
    text = models.CharField(_("What is done or decided"), max_length=120)
    unit = models.CharField(_("Responsible unit"), max_length=60, blank=True)
    limit = models.CharField(_("Time limit of the step"), max_length=60, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Step of the chart")
        verbose_name_plural = _("Steps of the chart")

    def __str__(self) -> str:
        return self.text

    def as_node(self) -> Node:
        """As the drawing wants it."""
        return Node(self.key, NodeKind(self.kind), self.text, self.unit, self.limit)


class FlowEdge(Orderable):
    """A way from one step to another, with the answer under which it is taken."""

    page: Any = ParentalKey(FlowChartPage, on_delete=models.CASCADE, related_name="edges")
    source = models.CharField(_("From step"), max_length=12)
    target = models.CharField(_("To step"), max_length=12)
    label = models.CharField(
        _("Answer"), max_length=12, blank=True, help_text=_("After a decision point, e.g. 是 or 否.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("Way between steps")
        verbose_name_plural = _("Ways between steps")

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"
