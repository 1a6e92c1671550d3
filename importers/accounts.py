"""In whose name imports act when no person sends them."""

from typing import Any

from django.contrib.auth import get_user_model

SERVICE_NAME = "import-service"


def service_account() -> Any:
    """The account of scheduled and command-line imports; nobody can log in as it."""
    users = get_user_model()
    user, made = users.objects.get_or_create(
        **{users.USERNAME_FIELD: SERVICE_NAME}, defaults={"first_name": "导入服务", "is_active": True}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user
