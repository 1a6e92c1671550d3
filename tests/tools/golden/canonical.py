"""Values and texts in a form that two runs share."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import timezone

_LONGEST_NAME = 180
# What differs between two answers of the same code, or between two builds of the same files.
_VARYING: list[tuple[str, str]] = [
    (r"(csrfmiddlewaretoken\"?'? ?value=|\"CSRF_TOKEN\": ?)\"[^\"]*\"", r'\1"…"'),
    (r"nonce=\"[^\"]*\"", 'nonce="…"'),
    (r"([?&]v=)[0-9a-f]{6,}", r"\1…"),
    (r"\.[0-9a-f]{12}\.(css|js|svg|png|woff2?)\b", r".….\1"),
    # Wagtail names its report of all logs after one of them, the first of a set.
    (r"(页面|模型)日志条目", "日志条目"),
]


@cache
def model(name: str) -> Any:
    """The project's model of this class name, in whatever app it lives."""
    found = [one for one in apps.get_models() if one.__name__ == name and not one.__module__.startswith("django.")]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def normalised(text: str) -> str:
    """Without tokens and hashes."""
    for pattern, put in _VARYING:
        text = re.sub(pattern, put, text)
    return text


def without_apps(text: str) -> str:
    """Without the app in addresses and labels of a model: a model that moves keeps its own name."""
    return _labels().sub(r"\1_\3\4", text)


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(sorted({one._meta.app_label for one in apps.get_models()}))
    names = "|".join(sorted({one._meta.model_name for one in apps.get_models()}))
    return re.compile(rf"(/|%2F|\b)({labels})(/|%2F|\.)({names})\b")


def plain(value: Any) -> Any:
    """A value of a column as JSON: moments to the second, since the clock moves by microseconds."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return named(value)
    return value if isinstance(value, dict | list | str | int | float | bool | None) else str(value)


def named(row: models.Model) -> str:
    """A row that another one points to, by what people call it."""
    for attribute in ("url_path", "username", "object_str"):
        if hasattr(row, attribute):
            return f"{type(row).__name__} {getattr(row, attribute)}"
    return f"{type(row).__name__} {row}"


def columns(row: models.Model, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    """Every column of a row but its primary key; rows pointed to by their names."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and field.name not in leave_out]
    return {field.name: _read(lambda name=field.name: getattr(row, name)) for field in fields}


def _read(value: Callable[[], Any]) -> Any:
    try:
        return plain(value())
    except ObjectDoesNotExist:
        return "(gone)"


def as_line(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"


def write(path: Path, text: str) -> None:
    """Write a text file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def file_name(address: str, ending: str) -> str:
    """An address as a path of a file; long ones are cut and marked."""
    whole = urlsplit(address)
    path = unquote(whole.path).strip("/") or "home"
    name = path if not whole.query else f"{path}/_{unquote(whole.query).replace('/', '_')}"
    folder, _slash, last = name.rpartition("/")
    if len(last.encode()) > _LONGEST_NAME:
        last = f"{last.encode()[: _LONGEST_NAME - 20].decode(errors='ignore')}~{sha256(last.encode()).hexdigest()[:12]}"
    return f"{folder}/{last}{ending}".lstrip("/")
