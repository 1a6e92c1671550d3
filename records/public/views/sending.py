"""Sending a stored file: conditional answers, one byte range, or handing over to nginx."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response

_BLOCK = 64 * 1024
# No file has a position of more digits; what is not of this form is no range, and ignored (RFC 9110 14.2).
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


def send_file(request: HttpRequest, name: str, content_type: str, etag: str) -> HttpResponseBase:
    """The file of this storage name; the caller has checked that the reader may have it.

    HEAD, If-None-Match and a single Range are heeded. With ``FILES_ACCEL_PREFIX`` nginx sends the bytes.
    """
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return _guard(unchanged, content_type, etag)
    if settings.FILES_ACCEL_PREFIX:
        response: HttpResponseBase = HttpResponse()
        response.headers["X-Accel-Redirect"] = settings.FILES_ACCEL_PREFIX + quote(name)
        return _guard(response, content_type, etag)
    return _guard(_bytes(request, name), content_type, etag)


def _guard(response: HttpResponseBase, content_type: str, etag: str) -> HttpResponseBase:
    """No file may run as a page of this site, whatever it says it is."""
    if response.status_code != 304:
        response.headers["Content-Type"] = content_type
    response.headers["ETag"] = etag
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _bytes(request: HttpRequest, name: str) -> HttpResponseBase:
    size = default_storage.size(name)
    wanted = _wanted(request.headers.get("Range", ""), size)
    if wanted == ():
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = wanted or (0, size - 1)
    length = end - start + 1
    headers = {"Content-Length": str(length), "Accept-Ranges": "bytes"}
    if wanted:
        headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    status = 206 if wanted else 200
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    handle = default_storage.open(name)
    return StreamingHttpResponse(_blocks(handle, start, length), status=status, headers=headers)


def _wanted(header: str, size: int) -> tuple[int, int] | tuple[()] | None:
    """First and last byte asked for; None for the whole file, an empty tuple for a range outside of it."""
    match = _RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first and last and int(last) < int(first):
        return None
    start, end = (int(first), int(last) if last else size - 1) if first else (max(0, size - int(last)), size - 1)
    if start >= size:
        return ()
    return start, min(end, size - 1)


def _blocks(handle: File[Any], start: int, length: int) -> Iterator[bytes]:
    with handle:
        handle.seek(start)
        while length > 0:
            block = handle.read(min(_BLOCK, length))
            if not block:
                return
            length -= len(block)
            yield block
