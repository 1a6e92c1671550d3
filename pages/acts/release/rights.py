"""Who may end and let out, whatever state a page is in."""

from typing import Any


def may_withdraw(user: Any, page: Any) -> bool:
    """Who may publish a page may end it, also while a schedule locks it against editing (行政处罚法 48: three days)."""
    tester = page.permissions_for_user(user)
    return bool(user.is_active and page.live and (user.is_superuser or "publish" in tester.permissions))
