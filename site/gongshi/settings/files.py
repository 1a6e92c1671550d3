"""Static files and uploads."""

from gongshi.settings.paths import ROOT, VAR_DIR

# Relative, so that Django puts a portal's base path before them.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
# Without nginx WhiteNoise serves static files straight from the source folders.
WHITENOISE_USE_FINDERS = True
