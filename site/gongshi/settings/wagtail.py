"""Wagtail: names, models of our own, limits."""

from gongshi.settings.paths import BASE_PATH
from gongshi.settings.security import SITE_URL

WAGTAIL_SITE_NAME = "行政执法公示"
WAGTAILADMIN_BASE_URL = f"{SITE_URL}{BASE_PATH}"
WAGTAILDOCS_DOCUMENT_MODEL = "privacy.BureauDocument"
WAGTAILIMAGES_IMAGE_MODEL = "privacy.BureauImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.admin.forms.image.BureauImageForm"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Pictures of people from an outside service would tell it who works here.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAIL_WORKFLOW_ENABLED = True
# An approval holds for the version that was looked at, and exactly that one goes out (pages.acts.release).
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.base.sockets.finish_workflow"
# An import or another window may change what is public beside the review of a newer draft.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAILADMIN_USER_LOGIN_FORM = "gongshi.sign_in.DeskLoginForm"
# A decision half typed must be no record yet, and identity numbers are sent once, when the clerk says so.
WAGTAIL_AUTOSAVE_INTERVAL = 0
