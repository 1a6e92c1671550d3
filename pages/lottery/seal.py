"""The commitment: a hash published before the draw, which seed and lists must fit afterwards."""

import hashlib
import json
import re
from typing import Any

from pages.lottery.facts import Task

SEED = re.compile(r"[0-9a-f]{64}")


def canonical(value: Any) -> bytes:
    """JSON in one form only: keys sorted, no blanks, no escapes beyond JSON's own, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def parts_of(task: Task) -> dict[str, Any]:
    """What the commitment binds besides the seed: number, rules, and the hash of each list."""
    stated = task.as_json()
    lists = {name: digest(canonical(stated[name])) for name in ("objects", "officers", "conflicts")}
    return {"task": stated["task"], "rules": stated["rules"], **lists}


def commitment_of(task: Task, seed: str) -> str:
    """The hash of seed and task. Raises ``ValueError`` for a seed that is not 64 lower-case hex digits."""
    check_seed(seed)
    return digest(canonical({**parts_of(task), "seed": seed}))


def opens(task: Task, seed: str, commitment: str) -> bool:
    """Whether seed and task are what was committed to."""
    return bool(SEED.fullmatch(seed)) and commitment_of(task, seed) == commitment


def check_seed(seed: str) -> None:
    """Raises ``ValueError`` for anything but 32 bytes in lower-case hex."""
    if not SEED.fullmatch(seed):
        raise ValueError("a seed is 64 lower-case hexadecimal digits")


def number_to_draw(total: int, per_mille: int) -> int:
    """A ratio of a roster, rounded up, so that 「不低于」 holds; in whole numbers: 5 % is 50 per mille."""
    return -(-total * per_mille // 1000)
