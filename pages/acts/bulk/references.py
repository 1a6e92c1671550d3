"""Rows of Wagtail's reference index, for many pages of one type without asking each."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex

from pages.acts.bulk import writer
from pages.acts.bulk.build import PreparedDecision
from pages.acts.bulk.shared import BulkContext


@cache
def _foreign_keys(model: type[models.Model]) -> list[tuple[str, str, type[models.Model]]]:
    """(name, attribute, target) of every foreign key that Wagtail would index; its own rule, asked once a model."""
    every: list[Any] = list(model._meta.get_fields())
    return [
        (field.name, field.attname, field.related_model)
        for field in every
        if field.is_relation
        and field.many_to_one
        and not isinstance(field, ParentalKey)
        and hasattr(field, "attname")
        and not getattr(field, "wagtail_reference_index_ignore", False)
        and not getattr(field.related_model, "wagtail_reference_index_ignore", False)
    ]


def _target_type(model: type[models.Model], shared: BulkContext) -> int:
    if model not in shared.base_types:
        shared.base_types[model] = ReferenceIndex._get_base_content_type(model).pk
    return shared.base_types[model]


def reference_rows(built: PreparedDecision, shared: BulkContext) -> Iterator[writer.Row]:
    for name, value, target in _references(built.page, shared.shape.model):
        yield _row(built, shared, target, value, name, name)
    for party in built.parties:
        for name, value, target in _references(party, shared.shape.party):
            yield _row(built, shared, target, value, f"parties.item.{name}", f"parties.{party.pk}.{name}")


def _references(obj: Any, model: type[models.Model]) -> Iterator[tuple[str, Any, type[models.Model]]]:
    for name, attname, target in _foreign_keys(model):
        value = getattr(obj, attname)
        if value is not None:
            yield name, value, target


def _row(
    built: PreparedDecision,
    shared: BulkContext,
    target: type[models.Model],
    value: Any,
    model_path: str,
    content_path: str,
) -> writer.Row:
    return writer.row(
        ReferenceIndex,
        base_content_type_id=shared.base_type.pk,
        content_type_id=shared.page_type.pk,
        object_id=str(built.page.pk),
        to_content_type_id=_target_type(target, shared),
        to_object_id=str(value),
        model_path=model_path,
        content_path=content_path,
        content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
    )
