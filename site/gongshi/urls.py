"""Every address of the product."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from gongshi.language import switch
from pages.admin.privacy import without_identity_numbers
from pages.admin.transactions import View, in_one_transaction


def _admin_view(view: View) -> View:
    return without_identity_numbers(in_one_transaction(view))


urlpatterns = [
    path("", include("gongshi.health.urls")),
    path("language/", switch, name="set_language"),
    path("search/", include("search.urls")),
    path("admin/", include(decorate_urlpatterns(wagtailadmin_urls.urlpatterns, _admin_view))),
    path("", include("records.public.urls")),
    path("", include(wagtail_urls)),
]
