"""For a bureau's server: refuses to start with a secret that strangers know or guess."""

from django.core.exceptions import ImproperlyConfigured

from gongshi.settings.base import shared
from gongshi.settings.secrets import weaknesses
from gongshi.settings.security import HTTPS, IDENTITY_KEYS, SECRET_KEY

_found = weaknesses(SECRET_KEY, IDENTITY_KEYS)
if _found:
    raise ImproperlyConfigured("\n".join(_found))

globals().update(shared())
DEBUG = False
WHITENOISE_USE_FINDERS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # A changed file has a new name, so browsers keep the old one for ever.
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# nginx in front says how the visitor came; it must set this header itself (docs/deploy.md).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SILENCED_SYSTEM_CHECKS = [
    # The portal's host has other columns: it alone decides about its other names and about preloading.
    "security.W005",
    "security.W021",
    # Wagtail's previews are frames of our own pages.
    "security.W019",
]
