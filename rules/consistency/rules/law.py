"""Discretion benchmark and articles of law."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView


@rule("within_benchmark", gettext_lazy("Amount inside the discretion benchmark"), needs_form=True)
def within_benchmark(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """A fine outside the benchmark has its reason."""
    benchmark, fine = view.benchmark, view.fine
    if benchmark is None or fine is None or view.benchmark_reason.strip():
        return
    below = benchmark.least is not None and fine < benchmark.least
    above = benchmark.most is not None and fine > benchmark.most
    if below or above:
        yield Found(
            "fine",
            _("Outside the benchmark “%(name)s” (%(least)s to %(most)s yuan): change the fine or give a reason.")
            % {
                "name": benchmark.name,
                "least": "—" if benchmark.least is None else f"{benchmark.least:,f}",
                "most": "—" if benchmark.most is None else f"{benchmark.most:,f}",
            },
        )


@rule(
    "articles_in_force",
    gettext_lazy("Articles in force on that day"),
    ("penalty", "coercion", "other"),
    needs_form=True,
)
def articles_in_force(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """A decision rests on no article that was repealed before it or is not yet in force."""
    day = view.decided_on
    if day is None:
        return
    for index, article in enumerate(view.articles or ()):
        begun = article.in_force_from is None or article.in_force_from <= day
        lasting = article.in_force_to is None or day <= article.in_force_to
        if not (begun and lasting):
            yield Found(
                f"cited-{index}-article",
                _("%(article)s was not in force on the day of the decision.") % {"article": article.name},
            )
