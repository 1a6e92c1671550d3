"""The circuit breaker: opens for a server that is ill and for nothing else, lets one try, and never sticks."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from elasticsearch import ApiError, BadRequestError, ConnectionError, ConnectionTimeout, NotFoundError

from search.engines.base import EngineUnavailableError
from search.engines.breaker import Breaker
from search.engines.elasticsearch import is_ill

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def answered(status: int, kind: type[ApiError] = ApiError) -> ApiError:
    meta = ApiResponseMeta(status, "1.1", HttpHeaders(), 0.1, NodeConfig("http", "127.0.0.1", 9200))
    return kind("no", meta=meta, body={})


ILL = [
    ConnectionError("refused"),
    ConnectionTimeout("slow"),
    answered(500),
    answered(503),
    answered(429),
    answered(408),
]
WELL = [answered(400, BadRequestError), answered(404, NotFoundError), answered(413), KeyError("hits"), GeneratorExit()]


def ask(breaker: Breaker, error: BaseException | None = None) -> str:
    try:
        with breaker.asking():
            if error is not None:
                raise error
    except EngineUnavailableError:
        return "elsewhere"
    except BaseException as raised:
        return "failed" if raised is error else repr(raised)
    return "answered"


@pytest.mark.parametrize("error", ILL, ids=repr)
def test_a_server_that_is_ill_is_left_alone_for_a_while(error: Exception):
    breaker = Breaker(10, is_ill)
    with time_machine.travel(START, tick=False) as clock:
        assert [ask(breaker, error), ask(breaker), ask(breaker)] == ["failed", "elsewhere", "elsewhere"]
        clock.move_to(START + timedelta(seconds=9.9))
        assert ask(breaker) == "elsewhere"
        clock.move_to(START + timedelta(seconds=10))
        assert [ask(breaker), ask(breaker)] == ["answered", "answered"]


@pytest.mark.parametrize("error", WELL, ids=repr)
def test_what_one_question_did_wrong_closes_the_way_for_nobody(error: BaseException):
    breaker = Breaker(10, is_ill)
    for _ in range(5):
        assert ask(breaker, error) == "failed"
        assert ask(breaker) == "answered"


def test_a_trial_that_fails_opens_anew():
    breaker = Breaker(10, is_ill)
    with time_machine.travel(START, tick=False) as clock:
        ask(breaker, ILL[0])
        clock.move_to(START + timedelta(seconds=11))
        assert [ask(breaker, ILL[0]), ask(breaker)] == ["failed", "elsewhere"]
        clock.move_to(START + timedelta(seconds=20.5))
        assert ask(breaker) == "elsewhere"
        clock.move_to(START + timedelta(seconds=22))
        assert ask(breaker) == "answered"


@pytest.mark.parametrize("error", [*WELL, None], ids=repr)
def test_a_trial_that_breaks_in_any_way_does_not_stick(error: BaseException | None):
    breaker = Breaker(10, is_ill)
    with time_machine.travel(START, tick=False) as clock:
        ask(breaker, ILL[0])
        clock.move_to(START + timedelta(seconds=11))
        ask(breaker, error)
        assert ask(breaker) == "answered"


def test_one_tries_while_the_others_go_elsewhere_at_once():
    breaker, trying, told = Breaker(0.01, is_ill), threading.Event(), threading.Event()
    ask(breaker, ILL[0])
    threading.Event().wait(0.02)

    def slow() -> None:
        with breaker.asking():
            trying.set()
            told.wait(5)

    trial = threading.Thread(target=slow)
    trial.start()
    trying.wait(5)
    assert [ask(breaker), ask(breaker)] == ["elsewhere", "elsewhere"]
    told.set()
    trial.join()
    assert ask(breaker) == "answered"


def test_questions_are_asked_side_by_side():
    breaker, both = Breaker(10, is_ill), threading.Barrier(2, timeout=5)
    outcome: list[Any] = []

    def meet() -> None:
        with breaker.asking():
            both.wait()
            outcome.append(True)

    threads = [threading.Thread(target=meet) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcome == [True, True]
