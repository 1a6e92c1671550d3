"""The same third-party apps without ours: what an empty database of a bare Wagtail project costs."""

from gongshi.settings.application import INSTALLED_APPS as _APPS
from gongshi.settings.base import shared

globals().update(shared())
_OURS = {"gongshi", "accounts", "rules", "privacy", "records", "pages", "search", "importers", "reviews", "cases"}
_OWN_USERS = "pages.admin.accounts.apps.AccountsConfig"

INSTALLED_APPS = ["wagtail.users" if app == _OWN_USERS else app for app in _APPS if app not in _OURS]
AUTH_USER_MODEL = "auth.User"
WAGTAILDOCS_DOCUMENT_MODEL = "wagtaildocs.Document"
WAGTAILIMAGES_IMAGE_MODEL = "wagtailimages.Image"
