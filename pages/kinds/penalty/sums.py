"""Whether a row's own text bears out the amounts in its columns: yuan under a heading of 万元 must not become public.

Only what a text surely says counts against a column. Ranges (1万元以上3万元以下), rates (合同价款100万元的2%) and rates
per piece say no amount; a column may hold one of several sums (each party its own) or any sum of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rules.consistency.stated import AMOUNT, Stated, all_clauses, read_amounts

_YUAN = Decimal(1)
_MOST_SUMMED = 8
_MOST_EACH = 50
# No rate and no multiple of the law makes a thousand times of what it is taken from; a wrong unit makes ten thousand.
_WRONG_UNIT = 1000

_RATE = re.compile(r"%|‰|百分之|千分之|倍|每|/")
_HAN = "〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_UP_TO = rf"(?:以[上下内]|[-~—至到](?=[\d{_HAN}]))"
_RANGE = re.compile(rf"不超过|至多|最高|[\d元{_HAN}]{_UP_TO}")
_EACH = re.compile("各|分别|每")
_LINK = r"(?:金额|数额|总额|合计|共计|总计|人民币|RMB|大写|小写|计|共|为|各|[:()])*"
_FINE = (
    re.compile(rf"罚款{_LINK}(?P<sum>{AMOUNT})(?!{_UP_TO})"),
    re.compile(rf"(?<![\d.至到上~—{_HAN}-])(?P<sum>{AMOUNT})[整正]?(?:\([^()]*\))?的?罚款"),
)
_WORDS = {"fine": "罚款", "confiscated": "没收"}
_PLACES = re.compile(r"\d\.\d{2,}(?=[万萬亿億])")
_UNITS = {"万": Decimal(10**4), "萬": Decimal(10**4), "亿": Decimal(10**8), "億": Decimal(10**8)}


@dataclass(frozen=True, slots=True)
class _Said:
    """What the text surely says of one column, all amounts that may be meant, and how far rounding may lead."""

    sure: tuple[Decimal, ...]
    possible: tuple[Decimal, ...]
    times: range
    slack: Decimal

    def fits(self, amount: Decimal) -> bool:
        """Whether an amount is one of the possible ones, a sum of them, or one of them for each of several."""
        some = [*self.possible][:_MOST_SUMMED]
        sums = (sum(part, Decimal(0)) for size in range(2, len(some) + 1) for part in combinations(some, size))
        each = (one * count for one in self.possible for count in self.times)
        return any(abs(one - amount) <= self.slack for one in (*self.possible, sum(self.possible), *sums, *each))


def contradicting(name: str, amount: Decimal | None, text: str) -> tuple[Decimal, ...]:
    """The amounts in yuan that a text names instead of the column's; none where it bears it out or says nothing sure.

    ``name`` is ``fine`` or ``confiscated``.
    """
    if amount is None:
        return ()
    clauses = all_clauses(text)
    said = _fine(clauses) if name == "fine" else _confiscated(clauses)
    if said.sure:
        return () if said.fits(amount) else _once(said.sure)
    return _bounds(name, amount, clauses)


def _bounds(name: str, amount: Decimal, clauses: list[Stated]) -> tuple[Decimal, ...]:
    """Where no sum is surely named: a part is at most the total, and no rate makes a thousand times its base."""
    totals = [one for clause in clauses if clause.label == "total" for one in clause.amounts]
    if totals and amount > max(totals) + _slack(clauses):
        return _once(totals)
    bases = _bases(name, clauses)
    return _once(bases) if bases and amount >= max(bases) * _WRONG_UNIT > 0 else ()


def _bases(name: str, clauses: list[Stated]) -> list[Decimal]:
    """Amounts from the first mention on (处合同价款2%的罚款，计20000元); none where it is counted by the piece."""
    first = next((at for at, clause in enumerate(clauses) if _WORDS[name] in clause.text), len(clauses))
    behind = clauses[first:]
    if any("每" in clause.text for clause in behind):
        return []
    return [one for clause in behind if clause.label in {"", name} for one in clause.amounts]


def _fine(clauses: list[Stated]) -> _Said:
    sure: list[Decimal] = []
    possible: list[Decimal] = []
    for clause in clauses:
        named = _named(clause.text)
        if clause.label == "fine" and not named and not _is_vague(clause):
            named = [*clause.amounts]
        sure += named
        possible += named
        if not named and (clause.label in {"", "fine"}):
            possible += clause.amounts
    return _Said(tuple(sure), tuple(possible), _times(clauses), _slack(clauses))


def _named(clause: str) -> list[Decimal]:
    """Amounts that stand right at the word 罚款, in the order of the clause; 罚没合计 and the like are none."""
    if re.search("没收|罚没", clause) and re.search("合计|共计|总计", clause):
        return []
    found = {match.start("sum"): match["sum"] for shape in _FINE for match in shape.finditer(clause)}
    return [one for _at, text in sorted(found.items()) for part in read_amounts(text) for one in part]


def _confiscated(clauses: list[Stated]) -> _Said:
    labelled = [clause for clause in clauses if clause.label == "confiscated"]
    # 没收钢材一批 has a value that the text does not tell.
    if any(not clause.amounts for clause in labelled):
        labelled = []
    sure = [one for clause in labelled if not _is_vague(clause) for one in clause.amounts - {*_named(clause.text)}]
    possible = [*sure, *(one for clause in clauses if not clause.label for one in clause.amounts)]
    return _Said(tuple(sure), tuple(possible), _times(clauses), _slack(clauses))


def _is_vague(clause: Stated) -> bool:
    return bool(_RATE.search(clause.text) or _RANGE.search(clause.text))


def _times(clauses: list[Stated]) -> range:
    """两人各罚款5000元 may be given for one or for all."""
    return range(2, _MOST_EACH) if any(_EACH.search(clause.text) for clause in clauses) else range(0)


def _slack(clauses: Iterable[Stated]) -> Decimal:
    """Half of the last place of a number such as 823.36万, at least a yuan."""
    slack = _YUAN
    for clause in clauses:
        for match in _PLACES.finditer(clause.text):
            places = len(match[0]) - 2
            slack = max(slack, _UNITS[clause.text[match.end()]] / 10**places / 2)
    return slack


def _once(amounts: Iterable[Decimal]) -> tuple[Decimal, ...]:
    return tuple(sorted(set(amounts)))
