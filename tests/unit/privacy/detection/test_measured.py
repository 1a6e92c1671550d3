"""What the detectors find of 10,000 invented identifiers, and what they take for one that is none."""

import random

from privacy.detection import detect, mask
from tests.unit.privacy.detection.generated import PRIVATE, PUBLIC

COUNT = 10_000
SEED = 20261123


def sentences(table, place_of):
    r = random.Random(SEED)
    for turn in range(COUNT):
        maker, frames = place_of(table[turn % len(table)])
        inner = maker(r)
        before = "经查，该单位于2026年3月1日施工。" * r.randrange(2)
        frame = r.choice(frames)
        start = len(before) + frame.index("{}")
        yield before + frame.format(inner) + "罚款人民币壹万元整。", start, inner


def test_recall_is_at_least_999_of_1000():
    missed = []
    for text, start, inner in sentences(PRIVATE, lambda row: row[1:]):
        end = start + len(inner)
        hits = detect(text)
        if not any(hit.start <= start and hit.end >= end for hit in hits) or inner in mask(text, hits):
            missed.append((text, [hit.text for hit in hits]))
    print(f"recall {1 - len(missed) / COUNT:.4%}")
    assert len(missed) <= COUNT * 0.001, missed[:5]


def test_certain_hits_need_nobody_for_nine_of_ten():
    certain = sum(
        any(hit.certain and hit.start <= start for hit in detect(text))
        for text, start, _inner in sentences(PRIVATE, lambda row: row[1:])
    )
    print(f"certain {certain / COUNT:.2%}")
    assert certain >= COUNT * 0.9


def test_fewer_than_5_of_1000_other_numbers_are_hit():
    false = [
        (text, [hit.text for hit in hits])
        for text, _start, _inner in sentences(PUBLIC, tuple)
        if (hits := detect(text))
    ]
    print(f"false hits {len(false) / COUNT:.4%}")
    assert len(false) < COUNT * 0.005, false[:5]
