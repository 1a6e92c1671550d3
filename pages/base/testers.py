"""Who may do what with a page of the column, wherever Wagtail asks: the acts that would lead past ours are nobody's."""

from wagtail.models import PagePermissionTester


class ColumnTester(PagePermissionTester):
    """Rights to a section. Nothing becomes private by a switch: what ends is withdrawn with a reason."""

    def can_set_view_restrictions(self) -> bool:
        """A private section would take all its records down at once, without a reason."""
        return False


class RecordTester(ColumnTester):
    """Rights to a record."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Drafts of others are deleted by those who keep the column (管理员) alone."""
        if not super().can_delete(ignore_bulk):
            return False
        return self.user.is_superuser or "bulk_delete" in self.permissions or self.page.owner_id == self.user.pk
