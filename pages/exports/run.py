"""The act of exporting: select, check, write, register."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.exports import write
from pages.exports.models import ExportedItem, ExportRun, Recipient
from pages.exports.select import lines_of, records_of
from records.types import all_kinds, find_kind
from records.types.columns.base import Column, ExportLine

FORMATS = ("xlsx", "csv")
MAY_EXPORT, MAY_IDENTITY = "pages.make_export", "privacy.export_identity"
# A check names this many single faults; the numbers by item are whole.
MOST_FAULTS = 200


class ExportError(ValueError):
    """The order makes no sense; the message says why."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported. ``user`` None stands for the machine's own account, which gets no identity numbers."""

    kind: str
    first: date
    last: date
    file_format: str = "xlsx"
    recipient: Recipient | None = None
    with_identity: bool = False
    user: Any = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An item that the standard demands and the decision lacks; ``line`` is the line of the file."""

    line: int
    doc_no: str
    code: str
    label: str


@dataclass(slots=True)
class Checked:
    """The check sheet: how much there is and what it lacks."""

    rows: int = 0
    decisions: int = 0
    missing: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Exported:
    run: ExportRun
    checked: Checked


def check(order: ExportOrder) -> Checked:
    """What the export would hold and lack; nothing is written or registered."""
    _demand(order)
    lines = _lines(order)
    return _check(columns_of(order.kind), lines, order.with_identity)


@transaction.atomic
def export(order: ExportOrder, path: Path) -> Exported:
    """Write the file and its entry in the register, both or neither.

    Raises ``ExportError`` for an order that makes no sense and ``PermissionDenied`` without the rights it needs.
    """
    _demand(order)
    now = timezone.now()
    records = records_of(order.kind, order.first, order.last, now)
    lines = list(lines_of(order.kind, [page for _key, _version, page in records], order.with_identity))
    columns = columns_of(order.kind)
    checked = _check(columns, lines, order.with_identity)
    _write(order, path, columns, lines, checked)
    run = ExportRun.objects.create(
        kind=order.kind,
        period_from=order.first,
        period_to=order.last,
        file_format=order.file_format,
        file_name=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        rows=checked.rows,
        decisions=checked.decisions,
        with_identity=order.with_identity,
        recipient=order.recipient,
        made_at=now,
        made_by=order.user,
    )
    ExportedItem.objects.bulk_create(
        [ExportedItem(run=run, record_key=key, version=version) for key, version, _page in records], batch_size=500
    )
    log(instance=run, action="pages.export", user=order.user, data={"with_identity": order.with_identity})
    return Exported(run, checked)


def export_kinds() -> list[str]:
    """The kinds that have a form in which platforms are told."""
    return [kind.key for kind in all_kinds() if kind.form is not None]


def columns_of(kind: str) -> Sequence[Column]:
    """The columns of the form of a kind; none for one that has no form."""
    found = find_kind(kind)
    return [] if found is None or found.form is None else list(found.form.exported)


def _demand(order: ExportOrder) -> None:
    if not columns_of(order.kind):
        raise ExportError(_("There is no template for “%(kind)s”.") % {"kind": order.kind})
    if order.file_format not in FORMATS:
        raise ExportError(_("The format is xlsx or csv."))
    if order.last < order.first:
        raise ExportError(_("The second date comes before the first."))
    if order.user is not None and not order.user.has_perm(MAY_EXPORT):
        raise PermissionDenied
    if order.with_identity and (order.user is None or not order.user.has_perm(MAY_IDENTITY)):
        raise PermissionDenied


def _lines(order: ExportOrder) -> list[ExportLine]:
    records = records_of(order.kind, order.first, order.last, timezone.now())
    return list(lines_of(order.kind, [page for _key, _version, page in records], order.with_identity))


def _check(columns: Sequence[Column], lines: list[ExportLine], with_identity: bool) -> Checked:
    checked = Checked(rows=len(lines), decisions=len({line.page.pk for line in lines}))
    missing: Counter[str] = Counter()
    asked = [column for column in columns if with_identity or not column.is_identity]
    for number, line in enumerate(lines, start=2):
        for column in asked:
            if column.is_demanded_of(line) and not column.write(line):
                missing[column.label] += 1
                if len(checked.faults) < MOST_FAULTS:
                    checked.faults.append(Fault(number, line.page.doc_no, column.code, column.label))
    checked.missing = dict(missing.most_common())
    return checked


def _write(
    order: ExportOrder, path: Path, columns: Sequence[Column], lines: list[ExportLine], checked: Checked
) -> None:
    headings = [column.label for column in columns]
    rows = ([column.write(line) for column in columns] for line in lines)
    if order.file_format == "csv":
        write.write_csv(path, headings, rows)
    else:
        write.write_xlsx(path, headings, rows, _check_rows(order, checked))


def _check_rows(order: ExportOrder, checked: Checked) -> list[list[str]]:
    """The check sheet of the file, in Chinese as the whole template."""
    period = f"{order.first:%Y/%m/%d} 至 {order.last:%Y/%m/%d}"
    head = [["核对项目", "结果"], ["决定日期范围", period], ["决定数", str(checked.decisions)]]
    head += [["数据行数（一行一名相对人）", str(checked.rows)], ["证件号码", "含" if order.with_identity else "不含"]]
    head += [[f"缺少必填项：{label}", f"{number}行"] for label, number in checked.missing.items()]
    return head + [[f"第{fault.line}行 {fault.doc_no}", f"缺少{fault.label}"] for fault in checked.faults]
