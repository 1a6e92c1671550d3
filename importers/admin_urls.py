"""Addresses of the import screens, below the admin's."""

from django.urls import path

from importers.officers import views as officers
from importers.views import listing, run, sending, sources

app_name = "importers"
urlpatterns = [
    path("", listing.RunList.as_view(), name="list"),
    path("send/", sending.SendFile.as_view(), name="send"),
    path("sources/", sources.SourceList.as_view(), name="sources"),
    path("sources/<int:pk>/approve/", sources.approve, name="approve"),
    path("sources/<int:pk>/revoke/", sources.revoke, name="revoke"),
    path("officers/", officers.SendOfficers.as_view(), name="officers_send"),
    path("officers/<int:pk>/", officers.CheckOfficers.as_view(), name="officers_check"),
    path("officers/<int:pk>/waiting.xlsx", officers.download_waiting, name="officers_waiting"),
    path("officers/export.xlsx", officers.download_officers, name="officers_export"),
    path("<int:pk>/", run.RunScreen.as_view(), name="run"),
    path("<int:pk>/confirm/", run.confirm, name="confirm"),
    path("<int:pk>/cancel/", run.cancel, name="cancel"),
    path("<int:pk>/dismiss/", run.dismiss, name="dismiss"),
    path("<int:pk>/waiting.xlsx", run.download_rows, name="download"),
]
