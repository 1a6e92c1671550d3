"""What load balancers and monitoring ask. nginx hides all but /healthz from outside; so do we, should it forget."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST

from gongshi.health import metrics
from gongshi.health.checks import examine

View = Callable[[HttpRequest], HttpResponse]


def _from_inside(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not is_inside(request):
            raise Http404
        return view(request)

    return guarded


def is_inside(request: HttpRequest) -> bool:
    """Asked directly, without a proxy between, from an allowed address."""
    if request.headers.get("X-Forwarded-For"):
        return False
    try:
        asker = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(asker in ip_network(allowed, strict=False) for allowed in settings.METRICS_ADDRESSES)


def alive(request: HttpRequest) -> HttpResponse:
    """The process lives; asks nothing else."""
    return _uncached(HttpResponse("ok\n", content_type="text/plain"))


@_from_inside
def ready(request: HttpRequest) -> HttpResponse:
    """Every check: 200 when all are well, else 503; ``symptom`` names the heading of docs/runbook.md."""
    findings = examine()
    well = all(finding.well for finding in findings)
    checks = {
        found.name: {"well": found.well, "symptom": found.symptom, "value": found.value, "detail": found.detail}
        for found in findings
    }
    return _uncached(JsonResponse({"ready": well, "checks": checks}, status=200 if well else 503))


@_from_inside
def numbers(request: HttpRequest) -> HttpResponse:
    """Metrics as Prometheus reads them; none names a person, an address or what was searched for."""
    return _uncached(HttpResponse(metrics.text(), content_type=CONTENT_TYPE_LATEST))


def _uncached(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
