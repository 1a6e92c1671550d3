"""One request is answered for one moment."""

from datetime import UTC, datetime

import time_machine
from django.test import RequestFactory

from rules.clock import moment_of

NOW = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)


def test_the_moment_stays_while_the_clock_goes_on():
    request = RequestFactory().get("/")
    request.now = datetime(2026, 3, 31, 15, 59, tzinfo=UTC)
    with time_machine.travel(NOW, tick=False):
        assert moment_of(request) == request.now


def test_a_request_without_a_moment_is_answered_for_the_present():
    with time_machine.travel(NOW, tick=False):
        assert moment_of(RequestFactory().get("/")) == NOW
