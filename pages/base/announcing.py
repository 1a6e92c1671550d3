"""What the models say inside their own transaction when they are saved; the projection listens.

Not Django's ``post_save``: that comes before the children of a page and the rows of its tags are written.
"""

from typing import Any

from django.core.checks import Error, register
from django.dispatch import Signal
from django.utils.translation import gettext as _

page_saved = Signal()  # page
address_changed = Signal()  # page: the addresses of all below it
subject_saved = Signal()  # subject: a thing that is no page
agency_renamed = Signal()  # page
law_saved = Signal()  # law
article_saved = Signal()  # article, left: the law that it belonged to, or None
power_saved = Signal()  # page
part_of_power_saved = Signal()  # page, left: the key of the power that it belonged to, or None

ALL = {
    "page_saved": page_saved,
    "address_changed": address_changed,
    "subject_saved": subject_saved,
    "agency_renamed": agency_renamed,
    "law_saved": law_saved,
    "article_saved": article_saved,
    "power_saved": power_saved,
    "part_of_power_saved": part_of_power_saved,
}


@register()
def check_listening(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A saving that nobody hears would leave the public side as it was, without a word."""
    deaf = [name for name, signal in ALL.items() if not signal.has_listeners()]
    return [Error(_("Nothing listens to %(name)s.") % {"name": name}, id="pages.E010") for name in deaf]
