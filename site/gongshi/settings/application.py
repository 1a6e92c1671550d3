"""The Django application: its apps, middleware, addresses and templates."""

from gongshi.settings.paths import ROOT

INSTALLED_APPS = [
    "gongshi",
    "accounts",
    "rules",
    "privacy",
    "records",
    "pages",
    "search",
    "importers",
    "reviews",
    "cases",
    "wagtail.contrib.forms",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "pages.admin.accounts.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "axes",
    "csp",
    "django_prometheus",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
]
MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "gongshi.csp.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "records.public.middleware.RequestClockMiddleware",
    "gongshi.operations.closed.ClosedSiteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gongshi.language.CookieLanguageMiddleware",
    "gongshi.operations.unopened.UnopenedSiteMiddleware",
    "records.public.middleware.ReadableAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
    # Last, so that it sees every failed login.
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "gongshi.urls"
WSGI_APPLICATION = "gongshi.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "records.public.context.portal",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
