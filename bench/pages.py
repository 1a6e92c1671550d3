"""100,000 decisions on gunicorn with two workers, against plain Wagtail pages and lists of the same data.

Each address is asked of a server that draws every page and of one that keeps them; in time on the wall and in time of
the processor.
"""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import quote, urlsplit

from bench import processor, runner

GROUP = 2000
FAR_PAGE = 4000
PER_PAGE = 20
ASKED = 20  # times --repeat
WARM = 5
ENOUGH_SECONDS = 1.0


def main() -> None:
    """Run the bench."""
    options = runner.arguments("pages", 100_000)
    with runner.site() as site:
        url = site.fresh("pages")
        ours, plain = _fill(options.rows)
        runner.close()
        folder = str(site.folder)
        with _gunicorn(url, folder, keep_pages=False) as drawing, _gunicorn(url, folder, keep_pages=True) as keeping:
            asked = {name: drawing + path for name, path in {**ours, **plain}.items()}
            asked |= {f"kept_{name}": keeping + path for name, path in ours.items()}
            figures = _median_ms(asked, ASKED * options.repeat)
            figures |= _processor_ms(asked, ASKED * options.repeat)
    for unit in ("ms", "cpu_ms"):
        for name in ours:
            for shown in (name, f"kept_{name}"):
                times = figures[f"plain_{name}_{unit}"] / figures[f"{shown}_{unit}"]
                figures[f"{shown}_times_plain_{unit}"] = times
    figures["far_over_first"] = figures["far_list_cpu_ms"] / figures["first_list_cpu_ms"]
    runner.report({"rows": options.rows, **figures}, options.json)


def _fill(rows: int) -> tuple[dict[str, str], dict[str, str]]:
    """Make both sites' pages; returns the addresses to ask of each."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from bench.data import decisions
    from bench.plain.pages import load_many, make_index
    from pages.acts import Approval, DecisionChange, apply_decisions
    from records.models import PublicRecord

    user = get_user_model().objects.create_superuser("bench")
    approval = Approval(user.pk, "bench", timezone.now())
    # Within the last year, so that every window is open.
    made = list(decisions(rows, days=300))
    for start in range(0, rows, GROUP):
        changes = [DecisionChange(facts) for facts in made[start : start + GROUP]]
        apply_decisions(changes, user=user, publish=True, approval=approval)
        runner.note(f"{start + len(changes)} decisions")
    load_many(make_index(), made)
    _analyse()
    newest = PublicRecord.objects.order_by("-decided_on", "-pk")
    far = newest[min(FAR_PAGE * PER_PAGE, rows - PER_PAGE)]
    kind = made[0].violation_kind
    ours = {
        "decision": newest[rows // 2].path,
        "first_list": "/decisions/",
        "filtered_list": f"/decisions/?type={quote('警告')}",
        "far_list": f"/decisions/?after={_after(far)}",
    }
    plain = {
        "plain_decision": f"/plain/p-{rows // 2}/",
        "plain_first_list": "/plain/",
        "plain_filtered_list": f"/plain/?kind={quote(kind)}",
        "plain_far_list": f"/plain/?p={min(FAR_PAGE, rows // PER_PAGE)}",
    }
    return ours, plain


def _after(record: Any) -> str:
    from records.public.views.keyset import Key

    return quote(str(Key.of(record)))


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _gunicorn(url: str, folder: str, keep_pages: bool) -> Iterator[str]:
    """The product's web server with two workers, each of which keeps rendered pages or draws them each time."""
    from gongshi.servers.places import free_port

    port = free_port()
    environment = {
        **os.environ,
        "GONGSHI_DATABASE_URL": url,
        "GONGSHI_VAR_DIR": folder,
        "GONGSHI_KEEP_PAGES": str(keep_pages),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
    }
    command = [sys.executable, "-m", "gunicorn", "gongshi.wsgi:application", "-w", "2", "-b", f"127.0.0.1:{port}"]
    process = subprocess.Popen([*command, "--log-level", "warning"], env=environment)
    try:
        runner.await_port(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _median_ms(addresses: dict[str, str], asked: int) -> dict[str, float]:
    """Median milliseconds of each address, asked in turn, so that what else the machine does meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for number in range(WARM + asked):
        for name, address in addresses.items():
            spent = runner.seconds(partial(_ask, address))
            if number >= WARM:
                times[name].append(spent * 1000)
    return {f"{name}_ms": runner.median(found) for name, found in times.items()}


def _processor_ms(addresses: dict[str, str], asked: int) -> dict[str, float]:
    """Milliseconds of processor time of web server and database for one answer of each address."""
    found = {}
    for name, address in addresses.items():
        before, number = processor.spent(), 0
        # The kernel counts in hundredths of a second.
        while number < asked or (processor.spent() - before < ENOUGH_SECONDS and number < asked * 10):
            _ask(address)
            number += 1
        found[f"{name}_cpu_ms"] = (processor.spent() - before) / number * 1000
    return found


def _ask(address: str) -> None:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.netloc, timeout=60)
    connection.request("GET", f"{place.path}?{place.query}".rstrip("?"), headers={"Accept-Language": "zh-CN"})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != 200:
        raise SystemExit(f"{address}: {response.status}")


if __name__ == "__main__":
    main()
