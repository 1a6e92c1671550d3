"""Wagtail: names, models of our own, limits."""

from gongshi.settings.paths import BASE_PATH
from gongshi.settings.security import SITE_URL

WAGTAIL_SITE_NAME = "行政执法公示"
WAGTAILADMIN_BASE_URL = f"{SITE_URL}{BASE_PATH}"
WAGTAILDOCS_DOCUMENT_MODEL = "pages.BureauDocument"
WAGTAILIMAGES_IMAGE_MODEL = "pages.BureauImage"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Pictures of people from an outside service would tell it who works here.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "gongshi.sign_in.DeskLoginForm"
# A decision half typed must be no record yet, and identity numbers are sent once, when the clerk says so.
WAGTAIL_AUTOSAVE_INTERVAL = 0
