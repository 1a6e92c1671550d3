"""Mail: who is told of scheduled acts, and through which server."""

from gongshi.settings import env

NOTIFY_ADDRESSES = env.words(
    "GONGSHI_NOTIFY_ADDRESSES", (), "mail addresses, separated by commas, that are told what the scheduler did"
)
EMAIL_HOST = env.text("GONGSHI_EMAIL_HOST", "", "mail server; empty: mails are written to the log only")
EMAIL_PORT = env.number("GONGSHI_EMAIL_PORT", 25, "port of the mail server")
EMAIL_HOST_USER = env.text("GONGSHI_EMAIL_USER", "", "account at the mail server")
EMAIL_HOST_PASSWORD = env.text("GONGSHI_EMAIL_PASSWORD", "", "password at the mail server")
EMAIL_USE_TLS = env.flag("GONGSHI_EMAIL_TLS", False, "whether to speak STARTTLS with the mail server")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("GONGSHI_EMAIL_FROM", "gongshi@localhost", "sender of mails")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "django.core.mail.backends.console.EmailBackend"
)
