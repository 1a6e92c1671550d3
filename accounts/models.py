"""Who works here."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing]  # of files, whose managers Wagtail does not type
    """A person with an account. A table of our own from the first: Django changes it late only with pain."""
