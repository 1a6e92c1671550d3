"""What one check found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``symptom`` is empty when all is well, else the heading of docs/runbook.md that says what to do.

    ``value`` is what was measured, in the unit of the limit (seconds, megabytes); ``detail`` names no person and no
    secret: it is mailed and shown to monitoring.
    """

    name: str
    symptom: str = ""
    value: float = 0.0
    detail: str = ""

    @property
    def well(self) -> bool:
        return not self.symptom


def over(name: str, symptom: str, value: float, limit: float) -> Finding:
    """A finding that is ill when the value is past its limit."""
    value = round(value, 1)
    return Finding(name, symptom if value > limit else "", value, f"{value:g} (limit {limit:g})")
