"""Languages and time: Chinese first, Beijing time everywhere."""

from gongshi.settings.paths import ROOT

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
# The second folder supplies what Wagtail's own Chinese lacks. makemessages never touches it: it would throw away
# every message that our own code does not hold.
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "wagtail_extra"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
# One tree; the reader chooses the language of the interface, not of the decisions.
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
