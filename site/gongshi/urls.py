"""Every address of the product."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from gongshi.language import switch

urlpatterns = [
    path("language/", switch, name="set_language"),
    path("search/", include("search.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("pages.urls")),
    path("", include(wagtail_urls)),
]
