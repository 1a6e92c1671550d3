"""What a new decision starts with: authority and source, and on request the unchanging fields of the previous one."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

# 复制上一条: what stays the same from one decision of a kind to the next. Never number, parties, facts, dates, amounts.
UNCHANGING = (
    "agency",
    "source_name",
    "source_code",
    "violation_kind",
    "basis",
    "procedure",
    "grade",
    "domain",
    "remedy",
)


def prefill(form: WagtailAdminPageForm) -> None:
    """Write the starting values into an unbound form of a new decision."""
    for name, value in _bureau(form).items():
        form.initial[name] = value
    if not getattr(form.parent_page, "copy_previous", False):
        return
    previous = previous_decision(type(form.instance), form.for_user)
    if previous is None:
        return
    for name in UNCHANGING:
        if name in form.fields:
            value = getattr(previous, name)
            form.initial[name] = getattr(value, "pk", value)
    if "penalty_types" in form.fields:
        form.initial["penalty_types"] = list(previous.penalty_types.all())


def previous_decision(model: type, user: Any) -> Any:
    """The decision this person entered last, else the newest of all; None when there is none."""
    decisions = model.objects.order_by("-pk")  # type: ignore[attr-defined]
    return decisions.filter(owner=user).first() or decisions.first()


def _bureau(form: WagtailAdminPageForm) -> dict[str, Any]:
    """The one enforcement body of this site; with several the editor chooses."""
    if "agency" not in form.fields:
        return {}
    bodies = list(form.fields["agency"].queryset[:2])
    if len(bodies) != 1:
        return {}
    known = {"agency": bodies[0].pk, "source_name": bodies[0].name, "source_code": bodies[0].credit_code}
    return {name: value for name, value in known.items() if name in form.fields}
