"""Secrets, sessions, content security policy and the lock-out after failed logins."""

from datetime import timedelta

from csp.constants import NONE, SELF, UNSAFE_INLINE

from gongshi.settings import env
from gongshi.settings.paths import BASE_PATH

# Known to everybody: production refuses to start with it.
DEV_SECRET_KEY = "dev-only-" + "x" * 50
DEV_IDENTITY_KEY = "ZGV2LW9ubHktaWRlbnRpdHkta2V5LTMyLWJ5dGVzISE="

SECRET_KEY = env.text("GONGSHI_SECRET_KEY", DEV_SECRET_KEY, "signs sessions and tokens; at least 50 random characters")
IDENTITY_KEYS = env.words(
    "GONGSHI_IDENTITY_KEYS",
    (DEV_IDENTITY_KEY,),
    "Fernet keys for identity numbers, newest first; older ones still read",
)
ALLOWED_HOSTS = list(
    env.words("GONGSHI_HOSTS", ("127.0.0.1", "localhost", "[::1]"), "host names under which the site may be asked")
)
SITE_URL = env.text(
    "GONGSHI_SITE_URL", "http://127.0.0.1:8000", "public address of this site, without a slash at the end"
).rstrip("/")
HTTPS = env.flag("GONGSHI_HTTPS", SITE_URL.startswith("https://"), "whether visitors come by https (secure cookies)")
if BASE_PATH:
    FORCE_SCRIPT_NAME = BASE_PATH
_COOKIE_PATH = f"{BASE_PATH}/"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = _COOKIE_PATH
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATORS + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATORS + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": _VALIDATORS + "CommonPasswordValidator"},
    {"NAME": _VALIDATORS + "NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = env.number("GONGSHI_LOGIN_FAILURES", 8, "failed logins after which an account is locked")
AXES_COOLOFF_TIME = timedelta(
    minutes=env.number("GONGSHI_LOGIN_LOCK_MINUTES", 15, "minutes a locked account stays locked")
)
# One name from one address: a stranger cannot lock an editor out from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# The public site: nothing from outside, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# Wagtail's admin writes scripts and styles into its pages; gongshi.csp relaxes the policy there only.
ADMIN_CSP = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "worker-src": [SELF, "blob:"],
    "frame-src": [SELF],
}
