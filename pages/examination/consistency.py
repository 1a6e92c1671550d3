"""Gather what the rules ask, from a page, from a form that is being checked, or from the facts of an import."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from records.types import kind_of
from records.types.decision_data import DecisionData, PartyData
from rules.consistency.view import ArticleView, BenchmarkView, DecisionView, OfficerView, PartyView
from rules.deadlines.engine import newest
from rules.models.deadlines import DeadlineRule

_TEXTS = ("doc_no", "facts", "basis", "result", "licence", "remedy", "benchmark_reason")
_DAYS = ("filed_on", "notified_on", "decided_on", "served_on")
_OTHER_CODES = ("registration_no", "organisation_code", "tax_no", "institution_no", "social_org_no")
_ALIKE = (*_TEXTS, "penalty_types", "fine", "confiscated", *_DAYS)
_PARTY = ("name", "credit_code", "representative", "id_type")


def of_page(page: Any) -> DecisionView:
    """A saved page or the draft of one; the identity numbers stay sealed."""
    parties = tuple(_party(lambda name, one=party: getattr(one, name, "")) for party in page.parties.all())
    cited = [row.article for row in page.cited.all()] if hasattr(page, "cited") else []
    return _view(page, lambda name: getattr(page, name, None), parties, cited)


def of_form(form: Any, cleaned: dict[str, Any]) -> DecisionView:
    """What was typed, before it is saved."""
    parties = tuple(_party(row.get) for _index, row in rows_of(form, "parties", "name"))
    cited = [row["article"] for _index, row in rows_of(form, "cited", "article")]
    return _view(form.instance, cleaned.get, parties, cited)


def rows_of(form: Any, name: str, filled: str) -> list[tuple[int, dict[str, Any]]]:
    """The rows of an inline form that stay and have a field filled, each with the number of its form."""
    formset = form.formsets.get(name)
    if formset is None:
        return []
    formset.is_valid()
    rows = enumerate(getattr(one, "cleaned_data", {}) for one in formset.forms)
    return [(index, row) for index, row in rows if row.get(filled) and not row.get("DELETE")]


def of_data(data: DecisionData) -> DecisionView:
    """A row of an import; the forms have no officers, remedies and days of service."""
    parties = tuple(_party_of_data(party) for party in data.parties)
    return DecisionView(act=data.kind, agency=data.agency_name, parties=parties, **_said(data))


def _said(data: DecisionData) -> dict[str, Any]:
    """What the facts say under the names that the rules ask for."""
    names = _asked(data.kind)
    said = {item: getattr(data, name) for item, name in names.items() if hasattr(data, name)}
    return {item: frozenset(value) if isinstance(value, tuple) else value for item, value in said.items()}


def _asked(kind: str) -> dict[str, str]:
    """Items of the view that columns answer: those called alike, and those that the kind declares."""
    return {name: name for name in _ALIKE} | dict(kind_of(kind).examined)


def of_changed(page: Any, data: DecisionData) -> DecisionView:
    """A saved page as it will read once it holds the facts of an import; the identity numbers stay sealed."""
    view, said = of_page(page), of_data(data)
    items = {name: getattr(data, name) for name in _names(page) if hasattr(data, name)}
    filled = frozenset(name for name, value in items.items() if value not in (None, ""))
    return replace(
        view,
        agency=said.agency or view.agency,
        parties=tuple(replace(party, has_person_number=False) for party in said.parties),
        filled=view.filled - set(items) | filled,
        **_said(data),
    )


def _view(page: Any, get: Callable[[str], Any], parties: tuple[PartyView, ...], cited: Iterable[Any]) -> DecisionView:
    agency = get("agency")
    day: date | None = get("decided_on")
    examined = kind_of(page.kind).examined
    return DecisionView(
        act=page.kind,
        agency=agency.name if agency else page.agency_name,
        area=agency.jurisdiction if agency else "",
        parties=parties,
        procedure=_code(get("procedure")),
        grade=_code(get("grade")),
        category=_code(get("domain")),
        penalty_types=frozenset(term.code for term in _many(get("penalty_types"))),
        fine=_money(get("fine")),
        confiscated=_money(get("confiscated")),
        publish_on=_publish_on(get("go_live_at")),
        officers=tuple(_officer(one, day) for one in _many(get("officers"))),
        benchmark=_benchmark(get("benchmark")),
        articles=tuple(_article(one) for one in cited),
        kind_code=_code(get(examined.get("kind_code", ""))),
        kind_named=get(examined.get("kind_named", "")) or "",
        filled=frozenset(name for name in _names(page) if get(name) not in (None, "")),
        term_from=get(examined.get("term_from", "")),
        term_until=get(examined.get("term_until", "")),
        term_due=_longest(get("period_from"), bool(get("is_extended"))),
        **_plain(get),
    )


def _plain(get: Callable[[str], Any]) -> dict[str, Any]:
    return {**{name: get(name) or "" for name in _TEXTS}, **{name: get(name) for name in _DAYS}}


def _names(page: Any) -> Iterable[str]:
    return (field.name for field in page._meta.local_concrete_fields)


def _longest(start: date | None, extended: bool) -> date | None:
    """The last day of a coercive measure by the table of deadlines."""
    if start is None:
        return None
    rules = DeadlineRule.objects.in_force(start).filter(key="seizure")
    if not rules:
        return None
    rule = newest(rules, "seizure", start)
    return start + timedelta(days=rule.limit + (rule.extension if extended else 0))


def _publish_on(moment: Any) -> date:
    today = timezone.localdate()
    return max(today, timezone.localdate(moment)) if moment else today


def _many(found: Any) -> Iterable[Any]:
    if found is None:
        return ()
    return list(found.all()) if hasattr(found, "all") else list(found)


def _code(term: Any) -> str:
    return str(term.code) if term else ""


def _money(amount: Any) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def _party(get: Callable[..., Any]) -> PartyView:
    return PartyView(
        **{name: get(name) or "" for name in _PARTY},
        category=_code(get("category")) or "organisation",
        other_codes=any(get(name) for name in _OTHER_CODES),
        has_person_number=bool(get("personal_number")),
    )


def _party_of_data(party: PartyData) -> PartyView:
    return PartyView(
        name=party.name,
        category=party.category,
        credit_code=party.credit_code,
        other_codes=any(getattr(party, name) for name in _OTHER_CODES),
        representative=party.representative,
        id_type=party.id_type,
        has_person_number=bool(party.identity.personal),
    )


def _benchmark(page: Any) -> BenchmarkView | None:
    """From the least to the most that its grades allow; grades that count by percentage alone allow any amount."""
    grades = [one for one in page.grades.all() if (one.amount_from, one.amount_to) != (None, None)] if page else []
    if not grades:
        return None
    most = [one.amount_to for one in grades]
    return BenchmarkView(
        page.title, min(one.amount_from or Decimal(0) for one in grades), None if None in most else max(most)
    )


def _article(article: Any) -> ArticleView:
    """In force while the article and its law are."""
    starts = [day for day in (article.in_force_from, article.law.in_force_from) if day]
    ends = [day for day in (article.in_force_to, article.law.in_force_to) if day]
    return ArticleView(str(article), max(starts, default=None), min(ends, default=None))


def _officer(officer: Any, day: date | None) -> OfficerView:
    on_duty = officer.status == "active" or bool(day and officer.status_since and officer.status_since > day)
    return OfficerView(
        key=officer.pk,
        name=officer.name,
        valid_from=officer.valid_from,
        valid_to=officer.valid_to,
        categories=frozenset(term.code for term in officer.categories.all()),
        areas=tuple(officer.areas),
        on_duty=on_duty,
    )
