"""Public addresses of this floor; included last, because the last of them takes every address."""

from django.urls import path, re_path
from wagtail.coreutils import WAGTAIL_APPEND_SLASH

from records.public.views import (
    codes,
    feeds,
    files,
    flowcharts,
    lists,
    lotteries,
    records,
    serve,
    sitemaps,
    withdrawals,
)

# Wagtail's own shape of addresses; others are Django's to append a slash to.
_PAGE = r"^((?:[\w\-]+/)*)$" if WAGTAIL_APPEND_SLASH else r"^([\w\-/]*)$"

urlpatterns = [
    path("d/<str:agency_code>/<path:number>/", records.permanent, name="permalink"),
    path("feed.xml", feeds.newest, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:kind>-<int:year>-<int:part>.xml", sitemaps.part, name="sitemap_part"),
    path("codes/<slug:key>.svg", codes.record_code, name="record_code"),
    path("lottery-files/<slug:key>.json", lotteries.lottery_file, name="lottery_file"),
    path("withdrawals/", withdrawals.withdrawals, name="withdrawals"),
    path("charts/<slug:key>.svg", flowcharts.chart_file, name="chart_file"),
    path("contents/", lists.contents, name="contents"),
    path("robots.txt", sitemaps.robots, name="robots"),
    re_path(r"^documents/(\d+)/(.*)$", files.document, name="wagtaildocs_serve"),
    path("media/<path:name>", files.media, name="media"),
    re_path(_PAGE, serve.serve, name="wagtail_serve"),
]
