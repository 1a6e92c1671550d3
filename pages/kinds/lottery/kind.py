"""Draws of random inspection: first the commitment, with the results all that is needed to recompute (law.md 15)."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.lottery.models import InspectionTask
from privacy.masking import Masker
from records.tones import of_states
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, CodeField, DayField, LinksField, ProseField, PublicField, TableField
from rules.models.terms import Tone

# What is stored in a record is Chinese in every language of the reader.
STATES = {"committed": "已公布承诺值，尚未抽取", "drawn": "已抽取，结果公开前保密", "revealed": "已公开抽取结果"}
TONES = {STATES["revealed"]: Tone.GOOD}


@dataclass(frozen=True)
class Proof(PublicField):
    """Everything that a recomputation needs, as JSON; the page offers it as a file."""

    def value(self, page: Any, masker: Masker) -> Any:
        """Public forms only: names were masked when the lists were sealed. Nothing before the draw is revealed."""
        if page.state != "revealed":
            return None
        return {
            **json.loads(page.sealed),
            "seed": page.seed,
            "commitment": page.commitment,
            "drawn": page.outcome,
        }

    def text(self, value: Any) -> str:
        """The names of what was drawn are searched, those of the roster are not."""
        return ""

    def shown(self, value: Any, addresses: Addresses) -> Any:
        """Offered as a file, not printed."""
        return None


def _sealed(task: Any) -> Any:
    return json.loads(task.sealed) if task.sealed else {"objects": [], "officers": [], "rules": {"number": ""}}


def _plan(task: Any) -> list[tuple[str, str]]:
    return [(f"inspection_plan-{task.plan_id}", task.plan.title)] if task.plan_id else []


def _results(task: Any) -> list[tuple[str, str]]:
    """The results, each linked while it is public; what they say is told there alone."""
    if task.state != "revealed":
        return []
    return [(f"inspection_result-{page.pk}", page.title) for page in task.results.filter(live=True).order_by("pk")]


def _drawn(task: Any) -> list[dict[str, Any]]:
    if task.state != "revealed":
        return []
    objects = {one["id"]: one for one in _sealed(task)["objects"]}
    return [
        {
            "order": str(place),
            "name": objects[row["object"]]["name"],
            "code": objects[row["object"]]["code"],
            "officers": "、".join(row["officers"]),
        }
        for place, row in enumerate(task.outcome, start=1)
    ]


LOTTERY = register(
    RecordType(
        key="lottery",
        label=_("Random inspection tasks"),
        singular=_("Task of random inspection"),
        section="draws",
        section_title="双随机抽查任务",
        phase=Phase.DURING,
        subject=InspectionTask,
        hint=_("What is being inspected at random, and was the draw fair? Anyone can recompute it."),
        order=30,
        date_label=_("Inspections to"),
        template="pages/lottery.html",
        shown=(
            PublicField("state", _("State"), read=lambda task: STATES.get(task.state, ""), tone=of_states(TONES)),
            CodeField("task_no", _("Number of task")),
            LinksField("plan", _("Annual inspection plan"), read=_plan),
            PublicField(
                "category", _("Category of enforcement"), read=lambda task: task.category and task.category.label
            ),
            DayField("date_from", _("Inspections from")),
            PublicField("total", _("Objects in the roster"), read=lambda task: len(_sealed(task)["objects"])),
            PublicField("number", _("Number to draw"), read=lambda task: _sealed(task)["rules"]["number"]),
            PublicField("people", _("Officers who may be drawn"), read=lambda task: len(_sealed(task)["officers"])),
            PublicField("officers_per_object", _("Officers for each object")),
            PublicField("commitment", _("Commitment (SHA-256)"), full=True, searched=False),
            PublicField("seed", _("Seed"), full=True, searched=False),
            ProseField("items", _("Items of inspection")),
            ProseField("basis", _("Basis of the inspection")),
            TableField(
                "drawn",
                _("Drawn objects"),
                read=_drawn,
                columns=(
                    ("order", _("Order of the draw")),
                    ("name", _("Object of inspection")),
                    ("code", _("Unified social credit code")),
                    ("officers", _("Certificate numbers of the officers")),
                ),
            ),
            LinksField("results", _("Inspection results"), read=_results, section=True),
            Proof("proof", _("File of the draw"), searched=False),
        ),
        facets=(
            Facet("draw_state", _("State"), lambda task: [STATES.get(task.state, "")], of="state"),
            Facet("draw_year", _("Year"), lambda task: [str(task.date_from.year)]),
        ),
        unfiltered=("category",),
        summary_fields=("task_no", "date_from", "number"),
        tags=("state",),
        icon="rotate",
        told_in={"name": "title"},
        internal=("date_to", "ratio"),
    )
)
