"""Addresses of the import screens, below the admin's."""

from django.urls import path

from importers.views import listing, run, sending, sources

app_name = "importers"
urlpatterns = [
    path("", listing.RunList.as_view(), name="list"),
    path("send/", sending.SendFile.as_view(), name="send"),
    path("sources/", sources.SourceList.as_view(), name="sources"),
    path("sources/<int:pk>/approve/", sources.approve, name="approve"),
    path("sources/<int:pk>/revoke/", sources.revoke, name="revoke"),
    path("<int:pk>/", run.RunScreen.as_view(), name="run"),
    path("<int:pk>/confirm/", run.confirm, name="confirm"),
    path("<int:pk>/cancel/", run.cancel, name="cancel"),
    path("<int:pk>/dismiss/", run.dismiss, name="dismiss"),
    path("<int:pk>/waiting.xlsx", run.download_rows, name="download"),
]
