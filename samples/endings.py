"""Two withdrawals, a credit repair, a correction and an export of the invented bureau, by the product's own acts."""

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from pages.acts.correct import correct
from pages.acts.repair import repair
from pages.acts.withdraw import Ground, withdraw
from pages.exports import ExportOrder, export
from pages.exports.models import ExportRun, Recipient
from pages.kinds.notice.models import NoticeDecision
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.seeds.accounts import SAMPLE, SAMPLE_GROUPS, SAMPLE_NAME
from records.models import Correction, CreditRepair, Withdrawal
from rules.windows import add_months
from samples.making import term

BODY = "兴隆台区人民政府"
# (ground, reason, number of the deciding document)
WITHDRAWALS = [
    ("revoked", "行政复议决定撤销原处罚决定，依法撤回公示。", "兴政复决字〔2026〕8号"),
    ("changed", "原处罚决定依法变更，变更后的决定另行公示。", "兴政复决字〔2026〕11号"),
]


def load() -> None:
    """Make what is missing: the export first, so that a recipient is to be told of a withdrawal."""
    user, spare = _user(), _companies()
    if not ExportRun.objects.exists():
        _export(user)
    if not Withdrawal.objects.exists():
        for code, reason, number in WITHDRAWALS:
            day = timezone.localdate() - timedelta(days=1)
            ground = Ground(term("withdrawal_ground", code), day, BODY, number)
            withdraw(next(spare), user=user, reason=reason, ground=ground)
    if not CreditRepair.objects.exists():
        page = next(page for page in spare if _may_be_repaired(page))
        repair(
            page,
            user=user,
            decided_on=timezone.localdate(),
            deciding_body="信用主管部门",
            deciding_no="修复〔2026〕6号",
        )
    if not Correction.objects.exists():
        text = "处罚依据中的条款序号书写有误，已按决定书原件更正，处罚内容不变。"
        page = next(spare)
        page.basis = f"依据{page.basis}"
        page.save_revision(user=user)
        correct(page, user=user, text=text)


def _user() -> Any:
    """Whose acts these are, with the rights of the seeded groups: an inactive account, no way in for anybody."""
    users = get_user_model()._default_manager
    user, made = users.get_or_create(username=SAMPLE, defaults={"is_active": False, "first_name": SAMPLE_NAME})
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.set(Group.objects.filter(name__in=SAMPLE_GROUPS))
    # In this object alone, for the acts below ask whether an active person may; its row stays inactive.
    user.is_active = True
    return user


def _companies() -> Any:
    """Public decisions on companies that no notice tells of, those that end first coming first."""
    told = NoticeDecision.objects.values("decision_id")
    live = PenaltyDecisionPage.objects.filter(live=True, parties__category__code="organisation").exclude(pk__in=told)
    return iter(live.distinct().order_by("expire_at", "pk"))


def _may_be_repaired(page: PenaltyDecisionPage) -> bool:
    rule = page.window_rule
    if rule is None or page.decided_on is None:
        return False
    return add_months(page.decided_on, rule.min_months) <= timezone.localdate()


def _export(user: Any) -> None:
    """Last year's and this year's decisions, to the credit platform; the file itself is kept nowhere."""
    today = timezone.localdate()
    order = ExportOrder("penalty", date(today.year - 1, 1, 1), today, recipient=Recipient.objects.first(), user=user)
    with tempfile.TemporaryDirectory() as folder:
        export(order, Path(folder) / f"penalty-{today:%Y%m%d}.xlsx")
