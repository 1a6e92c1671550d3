"""Addresses of search."""

from django.urls import path

from search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("results.csv", views.search_csv, name="search_csv"),
]
