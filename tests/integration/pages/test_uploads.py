"""Whoever writes records can bring in the files and pictures that belong to them; whoever does not, cannot."""

import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.acts.site_tree import place_for
from pages.base.attachments import DecisionAttachment
from pages.kinds.notice.models import NoticePage
from privacy.models import BureauDocument, BureauImage
from tests.factories.pages import make_decision
from tests.factories.people import ROLES, person

pytestmark = pytest.mark.django_db


def text_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("决定书.txt", "行政处罚决定书".encode(), "text/plain")


def picture(colour: str = "navy") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "PNG")
    return SimpleUploadedFile("site.png", out.getvalue(), "image/png")


KINDS = {
    "document": (text_file, BureauDocument, "wagtaildocs"),
    "image": (picture, BureauImage, "wagtailimages"),
}


def bring_in(client, kind: str) -> Any:
    """Upload through the listing's own form, as the browser does it file by file."""
    make, _model, app = KINDS[kind]
    address = reverse(f"{app}:add_multiple")
    return client.post(address, {"title": "附件", "files[]": make()}, headers={"X-Requested-With": "XMLHttpRequest"})


def bring_in_while_choosing(client, kind: str) -> Any:
    file = picture("teal") if kind == "image" else text_file()
    prefix = f"{kind}-chooser-upload"
    return client.post(reverse(f"{KINDS[kind][2]}_chooser:create"), {f"{prefix}-title": "附件", f"{prefix}-file": file})


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
def test_who_writes_brings_in_and_chooses(client, role, kind):
    client.force_login(person(role))
    _make, model, app = KINDS[kind]
    assert client.get(reverse(f"{app}:index")).status_code == 200
    assert json.loads(bring_in(client, kind).content)["success"]
    first = model.objects.get()
    assert "chosen" in json.loads(bring_in_while_choosing(client, kind).content)["step"]
    assert model.objects.count() == 2
    assert client.get(reverse(f"{app}_chooser:choose")).status_code == 200
    assert first.title in client.get(reverse(f"{app}_chooser:choose_results")).content.decode()
    chosen = json.loads(client.get(reverse(f"{app}_chooser:chosen", args=[first.pk])).content)
    assert str(chosen["result"]["id"]) == str(first.pk)


@pytest.mark.parametrize("kind", KINDS)
def test_who_only_looks_cannot(client, kind):
    reader = person(name="reader")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    # The rights of the product's own models say nothing about files: Wagtail asks for those of its own.
    reader.user_permissions.add(*Permission.objects.filter(content_type__model__in=["bureaudocument", "bureauimage"]))
    client.force_login(reader)
    _make, model, app = KINDS[kind]
    assert bring_in(client, kind).status_code in (302, 403)
    assert bring_in_while_choosing(client, kind).status_code in (302, 403)
    assert client.get(reverse(f"{app}:index")).status_code == 302
    assert not model.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_a_file_is_attached_and_a_picture_stands_in_a_notice(client, role):
    page = make_decision()
    client.force_login(person(role))
    bring_in(client, "document")
    bring_in(client, "image")
    document, image = BureauDocument.objects.get(), BureauImage.objects.get()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = client.get(edit).context["form"]
    sent = {**values_of(shown), "attachments-TOTAL_FORMS": "1", "attachments-0-title": "决定书"}
    sent |= {"attachments-0-document": str(document.pk), "attachments-0-id": "", "attachments-0-ORDER": "1"}
    assert client.post(edit, sent).status_code == 302
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    assert [one.document_id for one in latest.attachments.all()] == [document.pk]
    place = place_for("notice", 2026)
    address = reverse("wagtailadmin_pages:add", args=["pages", "noticepage", place.pk])
    sent = values_of(client.get(address).context["form"]) | nested_form_data(
        {"title": "执法检查", "body": streamfield([("picture", {"image": str(image.pk), "alternative": "现场"})])}
    )
    assert client.post(address, sent).status_code == 302
    assert NoticePage.objects.get().get_latest_revision_as_object().body[0].value["image"] == image
    assert not DecisionAttachment.objects.exclude(document=document).exists()


def values_of(form: Any) -> dict[str, Any]:
    """What a browser would send for a form as it stands, children with it."""
    sent: dict[str, Any] = {}
    for field in form:
        value = field.value()
        if value is not None and not hasattr(field.field, "block"):
            sent[field.html_name] = value
    for formset in getattr(form, "formsets", {}).values():
        sent |= {field.html_name: field.value() for field in formset.management_form}
        for child in formset.forms:
            sent |= values_of(child)
    return {name: "" if value is None else value for name, value in sent.items()}


@pytest.mark.parametrize("address", ["wagtailimages:add", "wagtailimages:add_multiple"])
def test_a_damaged_picture_is_refused_with_a_sentence(client, address):
    out = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(out, "PNG")
    broken = out.getvalue()[:400] + b"\0" * 200 + out.getvalue()[600:]
    client.force_login(person("编辑"))
    sent = {"title": "现场", "file": SimpleUploadedFile("site.png", broken, "image/png")}
    sent["files[]"] = SimpleUploadedFile("site.png", broken, "image/png")
    answer = client.post(reverse(address), sent, headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "已损坏" in (json.loads(text)["error_message"] if text.startswith("{") else text)
    assert not BureauImage.objects.exists()
