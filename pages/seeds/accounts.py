"""The account in whose name the invented content acts: it belongs to seeded groups and nobody can use it."""

from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

SAMPLE = "sample"
SAMPLE_NAME = "演示账号"
SAMPLE_GROUPS = ("审核", "管理员")


def retire_sample(apps: Any) -> None:
    """Take from the sample's account, where an earlier version made it, its standing as active superuser."""
    users = apps.get_model(*settings.AUTH_USER_MODEL.split(".")).objects
    user = users.filter(username=SAMPLE, first_name=SAMPLE_NAME).first()
    if user is not None and user.password.startswith(UNUSABLE_PASSWORD_PREFIX):
        user.is_active = user.is_superuser = user.is_staff = False
        user.save(update_fields=["is_active", "is_superuser", "is_staff"])
        user.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=SAMPLE_GROUPS))
