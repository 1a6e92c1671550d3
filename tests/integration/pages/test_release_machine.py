"""A page under every act in every order, and the ways on which it was once found wrong."""

from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machines.page_under_acts import PageUnderActs

EXAMPLES, STEPS = 12, 25
SOAK_EXAMPLES, SOAK_STEPS, SOAK_WHOLE = 50, 40, 20_000


class Step(NamedTuple):
    """One act of the machine, its values, and whether it is to go through."""

    act: str
    values: dict[str, Any]
    goes: bool


def went(act: str, **values: Any) -> Step:
    return Step(act, values, goes=True)


def refused(act: str, **values: Any) -> Step:
    return Step(act, values, goes=False)


# Found cases, and one for each mend.
WAYS = {
    "ended, and a source says something new": [
        went("publish"), went("withdraw"), refused("import_a_changed_row", publish=True), went("project_again"),
    ],
    "ended, and published from the list": [
        went("publish"), went("withdraw"), went("save_a_draft"), refused("publish"),
    ],
    "ended, and called live by being saved": [
        went("publish"), went("withdraw"), refused("save_past_the_release", live=True),
    ],
    "never out, and called live by being saved": [refused("save_past_the_release", live=True)],
    "changed after it was submitted": [
        went("submit"), went("edit_after_submission"), went("approve"), went("project_again"),
    ],
    "a source beside a draft": [
        went("publish"), went("save_a_draft"), refused("import_a_changed_row", publish=True),
    ],
    "a source over a person's draft": [went("save_a_draft"), refused("import_a_changed_row", publish=True)],
    "another window beside a draft": [went("publish"), went("save_a_draft"), went("set_another_window", months=9)],
    "an end before the start that is scheduled": [
        went("tick", hours=960), went("schedule", hours=2), refused("set_another_window", months=1),
        went("tick", hours=960),
    ],
    "another window beside a review": [
        went("publish"), went("submit"), went("edit_after_submission"), went("set_another_window", months=9),
        went("approve"),
    ],
    "a start that comes after the end": [
        went("publish"), went("schedule", hours=2), went("withdraw"), went("tick", hours=25),
    ],
    "published by the interface for programs": [
        went("publish"), went("withdraw"), went("save_a_draft"), went("publish_by_interface"), went("tick", hours=25),
    ],
    "public again, and a start from before": [
        went("publish"), went("schedule", hours=48), went("withdraw"), went("make_public_again"),
        went("tick", hours=25), went("tick", hours=25),
    ],
    "repaired, and corrected": [
        went("publish"), *[went("tick", hours=960)] * 3, went("repair"), went("save_a_draft"), refused("correct"),
        went("set_another_window", months=15),
    ],
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_known_ways(way: list[Step]) -> None:
    machine = PageUnderActs()
    machine.begin()
    try:
        for step in way:
            getattr(machine, step.act)(**step.values)
            for one in machine.invariants:
                one.function(machine)
            assert machine.went == step.goes, step
    finally:
        machine.teardown()


def _run(examples: int, steps: int, derandomize: bool) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=derandomize,
        database=None,
        phases=[Phase.explicit, Phase.generate, *([] if derandomize else [Phase.shrink])],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(PageUnderActs, settings=chosen)


@pytest.mark.django_db
def test_a_page_under_every_act() -> None:
    _run(EXAMPLES, STEPS, derandomize=True)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.django_db
def test_a_page_under_every_act_for_long() -> None:
    PageUnderActs.seen = 0
    while PageUnderActs.seen < SOAK_WHOLE:
        _run(SOAK_EXAMPLES, SOAK_STEPS, derandomize=False)
        print(f"{PageUnderActs.seen} steps", flush=True)
