"""The file of a revealed draw, from which anyone can recompute it."""

import json

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from records.models.publication import PublicRecord
from records.public.caching import finish
from rules.clock import moment_of


def lottery_file(request: HttpRequest, key: str) -> HttpResponseBase:
    """Seed, lists, rules, commitment and outcome as JSON; 404 while they are not public."""
    record = PublicRecord.objects.public(moment_of(request)).filter(key=key).first()
    proof = record.fields.get("proof") if record else None
    if record is None or not proof:
        raise Http404
    response = HttpResponse(json.dumps(proof, ensure_ascii=False, indent=1), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{record.key}.json"'
    return finish(request, response, record.visible_to)
