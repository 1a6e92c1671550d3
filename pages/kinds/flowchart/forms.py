"""The form of a flow chart: what is wrong with the chart stands at the step or way that makes it wrong."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.forms.disclosure import DisclosureForm
from pages.flowcharts import Chart, Edge, Node, NodeKind, Problem, problems

# For each code the field and the message; an empty field is the list of steps itself.
_SAID: dict[str, tuple[str, Any]] = {
    "key_twice": ("key", gettext_lazy("Another step has this key.")),
    "second_start": ("kind", gettext_lazy("A chart has one start only.")),
    "unreachable": ("key", gettext_lazy("No way leads here from the start.")),
    "no_way_on": ("kind", gettext_lazy("No way leads on from here. Add one, or make it an end.")),
    "goes_on": ("kind", gettext_lazy("An end has no way on.")),
    "few_ways": ("kind", gettext_lazy("A decision point needs two ways to different steps.")),
    "never_ends": ("key", gettext_lazy("From here no end is ever reached.")),
    "no_source": ("source", gettext_lazy("There is no step with this key.")),
    "no_target": ("target", gettext_lazy("There is no step with this key.")),
    "no_label": ("label", gettext_lazy("Say at which answer of the decision point this way is taken.")),
    "label_twice": ("label", gettext_lazy("Another way from this decision point has the same answer.")),
    "twice": ("target", gettext_lazy("These steps are joined by another way already.")),
    "no_start": ("", gettext_lazy("The chart has no start.")),
    "no_end": ("", gettext_lazy("The chart has no end.")),
}
# What is wrong in a draft too; the rest may be missing until it is published.
_ALWAYS = {"key_twice", "second_start", "no_source", "no_target", "twice"}


class FlowChartForm(DisclosureForm):
    """Steps and ways are checked together."""

    def checks(self) -> list[Any]:
        """The chart last."""
        return [*super().checks(), self.check_act, self.check_chart]

    def check_act(self, cleaned: dict[str, Any]) -> None:
        """Its title and its filter rest on the act."""
        if not cleaned.get("act") and not self.is_deferred_validation:
            self.add_error("act", _("Choose the act that the chart shows."))

    def check_chart(self, cleaned: dict[str, Any]) -> None:
        """Only when every row is right in itself: an incomplete row would make others wrong."""
        nodes, edges = (self._rows(name) for name in ("nodes", "edges"))
        if nodes is None or edges is None:
            return
        if not all(row.cleaned_data.get("key") for row in nodes):
            return  # a draft may have steps without a key yet
        chart = Chart("", tuple(_node(row.cleaned_data) for row in nodes), tuple(_edge(row) for row in edges))
        for problem in problems(chart):
            if problem.code in _ALWAYS or not self.is_deferred_validation:
                self._say(problem, nodes, edges)

    def _rows(self, name: str) -> list[Any] | None:
        """The forms of the rows that stay, in their order; None when one has errors."""
        formset = self.formsets[name]
        if any(formset.errors):  # also makes the formset check itself, before anything is added to it
            return None
        kept = [form for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or 0)

    def _say(self, problem: Problem, nodes: list[Any], edges: list[Any]) -> None:
        field, message = _SAID[problem.code]
        if problem.row is None:
            self.formsets["nodes"].non_form_errors().append(str(message))
            return
        (edges if problem.is_way else nodes)[problem.row].add_error(field, str(message))


def _node(values: dict[str, Any]) -> Node:
    # An incomplete draft may have an empty row.
    return Node(values.get("key") or "", NodeKind(values.get("kind") or "step"), values.get("text") or "")


def _edge(row: Any) -> Edge:
    values = row.cleaned_data
    return Edge(values.get("source") or "", values.get("target") or "", (values.get("label") or "").strip())
