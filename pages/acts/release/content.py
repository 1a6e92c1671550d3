"""The content of a version: pinned by its hash, and made whole before it goes out."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Revision

from pages.base.versions import content_hash, written_content


def complete(revision: Revision, page: Any) -> None:
    """Write into a version what follows from its facts on the day it goes out (window, deadline, number, title).

    ``page`` is the version as an object. What somebody typed stays as it is.
    """
    page.compute()
    computed = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
    if content_hash(computed) != content_hash(revision.content):
        revision.content = {**revision.content, **written_content(computed)}
        revision.save(update_fields=["content"])
