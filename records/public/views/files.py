"""Documents and pictures: whether a visible record uses the file is asked at each request, also for HEAD and ranges."""

import mimetypes
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.permission_policies.base import BasePermissionPolicy

from privacy.files.checks import public_file
from privacy.models import BureauDocument, BureauImage, BureauRendition
from records.models.publication import PublicRecord, RecordFile
from records.public.caching import forbid_keeping, keep_until
from records.public.views.sending import send_file
from rules.clock import moment_of

_MAY = ("add", "change", "delete", "choose")


def document(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """A document under its address in the records that use it."""
    found = get_object_or_404(BureauDocument, pk=document_id)
    if found.filename != filename:
        raise Http404
    uses = RecordFile.objects.filter(document_id=found.pk)
    response = _answer(
        request, uses, document_policy, found, found.file.name, found.content_type, found.file_hash, public_file(found)
    )
    if response.status_code < 300:
        response.headers["Content-Disposition"] = found.content_disposition
    return response


def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture, original or in one size, by its storage name. Nothing else that is stored has such an address."""
    image = _image_of(name)
    if image is None:
        raise Http404
    uses = RecordFile.objects.filter(image_id=image.pk)
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return _answer(request, uses, image_policy, image, name, content_type, f"{image.file_hash}-{name}")


def _image_of(name: str) -> BureauImage | None:
    rendition = BureauRendition.objects.filter(file=name).select_related("image").first()
    image: BureauImage | None = rendition.image if rendition else BureauImage.objects.filter(file=name).first()
    return image


def _answer(
    request: HttpRequest,
    uses: "QuerySet[RecordFile]",
    policy: BasePermissionPolicy,
    instance: Any,
    name: str,
    content_type: str,
    mark: str,
    copy: Any = None,
) -> HttpResponseBase:
    now = moment_of(request)
    records = [use.record for use in uses.select_related("record").defer("record__body", "record__fields")]
    visible = [record for record in records if record.is_public(now)]
    etag = f'"{mark or name}"'.encode("ascii", "xmlcharrefreplace").decode()
    is_document = isinstance(instance, BureauDocument)
    if visible and not (is_document and copy is None):
        # Of a document the public gets the flattened copy; the original never leaves.
        response = send_file(request, copy.name if is_document else name, content_type, etag)
        keep_until(response, max(record.visible_to for record in visible), now, etag=etag)
        return response
    if request.user.is_authenticated and policy.user_has_any_permission_for_instance(request.user, _MAY, instance):
        return forbid_keeping(send_file(request, name, content_type, etag))
    return _refuse(request, records)


def _refuse(request: HttpRequest, records: Sequence[PublicRecord]) -> HttpResponseBase:
    now = moment_of(request)
    if not any(record.has_ended(now) for record in records):
        raise Http404
    response = render(request, "pages/gone.html", status=410)
    keep_until(response, now, now)
    return response
