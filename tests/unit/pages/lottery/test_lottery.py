"""The draw: recomputed by a script that shares no code with it, sealed by its commitment, never short of officers."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.lottery import (
    Conflict,
    LotteryError,
    Officer,
    RosterObject,
    Rules,
    Task,
    commitment_of,
    find_problems,
    number_to_draw,
    opens,
    run,
)
from pages.lottery.problems import Reason

TOOL = Path(__file__).parents[3] / "tools" / "redraw.py"
SEED = "0f" * 32
SEEDS = st.binary(min_size=32, max_size=32).map(bytes.hex)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
AREAS = st.sampled_from(["", "兴隆台区", "兴隆台区石油大街以北", "双台子区", "盘山县"])


def officer(key: str, **values: Any) -> Officer:
    facts: dict[str, Any] = {
        "unit": "兴隆台区住房和城乡建设局", "categories": ("gas",), "areas": ("兴隆台区",),
        "valid_from": "2025-01-01", "valid_to": "2027-12-31", **values,
    }  # fmt: skip
    return Officer(key, **facts)


def task(objects: Any = 20, officers: int = 5, number: int = 6, **values: Any) -> Task:
    roster = objects
    if isinstance(objects, int):
        roster = tuple(RosterObject(f"对象{n:02d}", f"企业{n}", area="兴隆台区") for n in range(objects))
    people = tuple(officer(f"证{n}") for n in range(officers))
    return Task("2026-01", Rules(number, 2, "gas", "2026-11-01", "2026-11-30"), roster, people, **values)


@st.composite
def tasks(draw: Any) -> Task:
    """Tasks of all shapes: some can be drawn, some cannot."""
    objects = draw(
        st.lists(
            st.builds(RosterObject, TEXTS, TEXTS, st.just(""), st.integers(1, 4), AREAS),
            min_size=1, max_size=12, unique_by=lambda one: one.id,
        )
    )  # fmt: skip
    days = st.sampled_from(["2025-12-31", "2026-11-01", "2026-11-15", "2026-11-30", "2030-01-01"])
    officers = draw(
        st.lists(
            st.builds(
                Officer, TEXTS, st.just("局"),
                st.sampled_from([("gas",), ("gas", "quality"), ("quality",)]),
                st.sampled_from([("兴隆台区",), ("兴隆台区石油大街以北",), ("兴隆台区", "双台子区", "盘山县")]),
                st.sampled_from(["2020-01-01", "2026-11-01", "2026-11-02"]), days,
            ),
            min_size=2, max_size=9, unique_by=lambda one: one.id,
        )
    )  # fmt: skip
    pairs = st.builds(
        Conflict, st.sampled_from([one.id for one in officers]), st.sampled_from([one.id for one in objects])
    )
    conflicts = draw(st.lists(pairs, max_size=4, unique=True))
    rules = Rules(draw(st.integers(1, len(objects))), draw(st.integers(2, 3)), "gas", "2026-11-01", "2026-11-30")
    return Task("任务", rules, tuple(objects), tuple(officers), tuple(conflicts))


def published(stated: Task, seed: str, drawn: Any) -> dict[str, Any]:
    return {
        **stated.as_json(), "seed": seed, "commitment": commitment_of(stated, seed),
        "drawn": [one.as_json() for one in drawn],
    }  # fmt: skip


def other_script() -> Any:
    names: dict[str, Any] = {"__name__": "redraw"}
    exec(compile(TOOL.read_text(encoding="utf-8"), str(TOOL), "exec"), names)
    return names


OTHER = other_script()


@settings(max_examples=300, deadline=None)
@given(tasks(), SEEDS)
def test_the_other_script_computes_the_same(stated: Task, seed: str) -> None:
    """Every task that can be drawn gives the same objects and officers in both; so does its commitment."""
    facts = json.loads(json.dumps({**stated.as_json(), "seed": seed}))
    assert OTHER["committed"](facts) == commitment_of(stated, seed)
    if not find_problems(stated):
        assert OTHER["redraw"](facts) == [one.as_json() for one in run(stated, seed)]


@settings(max_examples=200, deadline=None)
@given(tasks(), SEEDS)
def test_a_drawn_object_has_fitting_officers(stated: Task, seed: str) -> None:
    """A task without a problem can be drawn with every seed, and everybody drawn fits; others are refused."""
    if find_problems(stated):
        with pytest.raises(LotteryError):
            run(stated, seed)
        return
    drawn = run(stated, seed)
    assert len({one.object for one in drawn}) == len(drawn) == stated.rules.number
    people = {one.id: one for one in stated.officers}
    places = {one.id: one for one in stated.objects}
    for one in drawn:
        assert len(set(one.officers)) == stated.rules.officers_per_object
        for name in one.officers:
            assert people[name].valid_from <= "2026-11-01"
            assert people[name].valid_to >= "2026-11-30"
            assert "gas" in people[name].categories
            area = places[one.object].area
            assert not area or any(area.startswith(own) for own in people[name].areas)
            assert Conflict(name, one.object) not in stated.conflicts


@settings(max_examples=100, deadline=None)
@given(tasks(), SEEDS, st.randoms())
def test_the_order_of_the_lists_is_nothing(stated: Task, seed: str, chance: Any) -> None:
    """Who enters the lists in another order changes neither commitment nor draw."""
    objects, officers = list(stated.objects), list(stated.officers)
    chance.shuffle(objects)
    chance.shuffle(officers)
    other = replace(stated, objects=tuple(objects), officers=tuple(officers))
    assert commitment_of(other, seed) == commitment_of(stated, seed)
    assert Task.from_json(json.loads(json.dumps(stated.as_json()))).as_json() == stated.as_json()
    if not find_problems(stated):
        assert run(other, seed) == run(stated, seed)


@pytest.mark.parametrize(
    "change",
    [
        {"objects": task().objects[1:]},
        {"objects": (replace(task().objects[0], weight=2), *task().objects[1:])},
        {"objects": (replace(task().objects[0], name="别名"), *task().objects[1:])},
        {"officers": task().officers[:-1]},
        {"officers": (replace(task().officers[0], valid_to="2028-01-01"), *task().officers[1:])},
        {"conflicts": (Conflict("证0", "对象00"),)},
        {"rules": replace(task().rules, number=7)},
        {"id": "2026-02"},
    ],
)
def test_a_changed_task_no_longer_fits_its_commitment(change: dict[str, Any]) -> None:
    """Object, officer, conflict, number and rules are all bound."""
    commitment = commitment_of(task(), SEED)
    assert opens(task(), SEED, commitment)
    assert not opens(replace(task(), **change), SEED, commitment)


def test_another_seed_no_longer_fits() -> None:
    """Nor does the same seed in capitals: one form only."""
    commitment = commitment_of(task(), SEED)
    assert not opens(task(), "0e" + SEED[2:], commitment)
    assert not opens(task(), SEED.upper(), commitment)
    with pytest.raises(ValueError, match="hexadecimal"):
        run(task(), SEED.upper())


def test_the_script_by_itself_tells_a_forged_file(tmp_path: Path) -> None:
    """Run as anybody would run it: exit code 0 for what was published, 1 for each forgery."""
    file = tmp_path / "draw.json"
    true = published(task(), SEED, run(task(), SEED))
    forged_seed = {**true, "seed": "0e" + SEED[2:]}
    forged_list = {**true, "objects": true["objects"][1:]}
    forged_result = {**true, "drawn": true["drawn"][::-1]}
    codes = []
    for stated in (true, forged_seed, forged_list, forged_result):
        file.write_text(json.dumps(stated, ensure_ascii=False), encoding="utf-8")
        codes.append(subprocess.run([sys.executable, "-I", str(TOOL), str(file)], capture_output=True).returncode)
    assert codes == [0, 1, 1, 1]


def test_the_work_is_shared() -> None:
    """Officers who all fit differ by one object at most."""
    load = Counter(name for one in run(task(officers=4, number=18), SEED) for name in one.officers)
    assert max(load.values()) - min(load.values()) <= 1


def test_more_tickets_are_drawn_more_often() -> None:
    """One of ten objects with nine tickets is the first about half of the time; without, a tenth."""
    heavy = (replace(task(10).objects[0], weight=9), *task(10).objects[1:])
    firsts = [run(task(objects=heavy, number=1), f"{n:064x}")[0].object for n in range(400)]
    assert 160 <= firsts.count("对象00") <= 240


def test_a_known_draw_stays_as_it_is() -> None:
    """Published draws must be recomputable for ever: these values may never change."""
    small = task(objects=4, officers=3, number=2)
    assert commitment_of(small, SEED) == "58f8684424ed66d727c719efa9aba08b85bd3b63e8ab557f336d3db18df03377"
    assert [one.as_json() for one in run(small, SEED)] == [
        {"object": "对象01", "officers": ["证2", "证0"]},
        {"object": "对象00", "officers": ["证1", "证0"]},
    ]


@pytest.mark.parametrize(
    ("stated", "field", "reason", "have", "need"),
    [
        (task(objects=3), "objects", Reason.TOO_FEW_OBJECTS, 3, 6),
        (task(number=0), "number", Reason.NOTHING_TO_DRAW, 0, 1),
        (task(officers=1), "officers", Reason.TOO_FEW_OFFICERS, 1, 2),
        (task(officers=0), "officers", Reason.TOO_FEW_OFFICERS, 0, 2),
        (
            task(officers=2, conflicts=(Conflict("证0", "对象05"),)),
            "officers", Reason.TOO_FEW_OFFICERS, 1, 2,
        ),
        (
            task(officers=2, objects=(RosterObject("a", "a", area="盘山县"),), number=1),
            "officers", Reason.TOO_FEW_OFFICERS, 0, 2,
        ),
        (
            task(officers=0, number=1, objects=(RosterObject("a", "a"), RosterObject("a", "b"))),
            "objects", Reason.OBJECT_TWICE, 0, 0,
        ),
        (task(conflicts=(Conflict("证9", "对象00"),)), "conflicts", Reason.UNKNOWN_CONFLICT, 0, 0),
        (task(objects=(RosterObject("a", "a", weight=0),), number=1), "objects", Reason.WEIGHT, 0, 0),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(stated: Task, field: str, reason: Reason, have: int, need: int) -> None:
    """Each problem knows its field and its numbers."""
    problem = find_problems(stated)[0]
    assert (problem.field, problem.reason, problem.have, problem.need) == (field, reason, have, need)


def test_an_expired_certificate_does_not_count() -> None:
    """It must hold on every day of the inspection, its last day included."""
    ends_early = task(officers=0)
    people = (officer("甲"), officer("乙", valid_to="2026-11-29"))
    assert find_problems(replace(ends_early, officers=people))[0].reason == Reason.TOO_FEW_OFFICERS
    assert find_problems(replace(ends_early, officers=(officer("甲"), officer("乙", valid_to="2026-11-30")))) == []


@pytest.mark.parametrize(("total", "per_mille", "number"), [(100, 50, 5), (101, 50, 6), (1, 1, 1), (37, 1000, 37)])
def test_a_ratio_is_a_least(total: int, per_mille: int, number: int) -> None:
    """「不低于 5%」 of 101 is six."""
    assert number_to_draw(total, per_mille) == number
