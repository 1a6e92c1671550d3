"""What every environment shares: the settings of all topics, one file each beside this one."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from gongshi.settings import (
    application,
    cache,
    celery,
    database,
    files,
    i18n,
    importers,
    logging,
    mail,
    operations,
    paths,
    publication,
    search,
    security,
    wagtail,
)

TOPICS = (
    application,
    cache,
    celery,
    database,
    files,
    i18n,
    importers,
    logging,
    mail,
    operations,
    paths,
    publication,
    search,
    security,
    wagtail,
)


def shared() -> dict[str, Any]:
    """Settings of all topics by name.

    Django reads the names of one module, so an environment begins with ``globals().update(shared())`` and then names
    what is different there. No topic may overrule another: which one came last would be a secret of this file.
    """
    found: dict[str, Any] = {}
    for topic in TOPICS:
        settings = {name: value for name, value in vars(topic).items() if name.isupper() and name[0] != "_"}
        for name, value in settings.items():
            # The same object twice is a name that one topic took from another.
            if found.setdefault(name, value) is not value:
                raise ImproperlyConfigured(f"{name}: {topic.__name__} and a topic before it give it two values")
    return found
