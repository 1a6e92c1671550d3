"""A flow chart's faults are said at their rows; its page shows the drawing and the words, and gives it as a file."""

from xml.etree import ElementTree as Tree

import pytest

from pages.acts.site_tree import section_for
from pages.flowcharts import problems
from pages.kinds.flowchart.models import FlowChartPage
from records.models import PublicRecord
from rules.models import Term
from samples import flowcharts
from tests.factories.pages import make_site
from tests.integration.pages.test_catalogues import EMPTY, formset

pytestmark = pytest.mark.django_db

NODES = (
    {"key": "1", "kind": "start", "text": "收到申请", "unit": "窗口", "limit": ""},
    {"key": "2", "kind": "decision", "text": "材料齐全？", "unit": "", "limit": "5个工作日"},
    {"key": "3", "kind": "end", "text": "受理", "unit": "", "limit": ""},
    {"key": "4", "kind": "end", "text": "不予受理<b>", "unit": "", "limit": ""},
)
EDGES = (
    {"source": "1", "target": "2", "label": ""},
    {"source": "2", "target": "3", "label": "是"},
    {"source": "2", "target": "4", "label": "否"},
)


def post(client, nodes=NODES, edges=EDGES, **values):
    body = make_site()
    section = section_for("flow_chart")
    act = Term.objects.get(vocabulary="flow_act", code="permit")
    data = {**EMPTY, "agency": body.pk, "act": act.pk, "basis": "", **formset("nodes", *nodes)}
    data |= {**formset("edges", *edges), **values}
    data = {name: value for name, value in data.items() if value is not None}
    return client.post(f"/admin/pages/add/pages/flowchartpage/{section.pk}/", data)


def changed(rows, number, **values):
    return tuple({**row, **values} if place == number else row for place, row in enumerate(rows))


def test_a_good_chart_is_published_drawn_and_told(admin_client, client):
    answer = post(admin_client)
    assert answer.status_code == 302, answer.context["form"].formsets["nodes"].errors
    page = FlowChartPage.objects.get()
    assert page.title == "行政许可流程图"
    record = PublicRecord.objects.get(page_id=page.pk)
    html = client.get(record.path).content.decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in html
    assert "是：转第3步；否：转第4步" in html
    assert "时限：5个工作日" in html
    assert "不予受理<b>" not in html
    assert "不予受理<b>" in record.body
    assert "<svg" not in record.body


def test_the_drawing_is_a_file_of_its_own_while_the_chart_is_public(admin_client, client):
    post(admin_client)
    page = FlowChartPage.objects.get()
    address = f"/charts/flow_chart-{page.pk}.svg"
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert Tree.fromstring(answer.content).attrib["role"] == "img"
    assert address in client.get(PublicRecord.objects.get(page_id=page.pk).path).content.decode()
    page.unpublish()
    assert client.get(address).status_code == 404


def test_the_draft_shows_its_drawing_in_the_preview(admin_client):
    post(admin_client)
    page = FlowChartPage.objects.get()
    assert "<svg" in admin_client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()


@pytest.mark.parametrize(
    ("nodes", "edges", "where", "row", "field"),
    [
        (changed(NODES, 3, key="3"), EDGES, "nodes", 3, "key"),
        (changed(NODES, 3, kind="start"), EDGES, "nodes", 3, "kind"),
        (changed(NODES, 2, kind="step"), EDGES, "nodes", 2, "kind"),
        (changed(NODES, 1, key="第二步"), EDGES, "nodes", 1, "key"),
        (NODES, EDGES[:2], "nodes", 1, "kind"),
        (NODES, EDGES[:2], "nodes", 3, "key"),
        (NODES, changed(EDGES, 2, label=""), "edges", 2, "label"),
        (NODES, changed(EDGES, 2, label="是"), "edges", 2, "label"),
        (NODES, changed(EDGES, 0, target="7"), "edges", 0, "target"),
    ],
)
def test_a_fault_is_said_at_its_field_and_nothing_is_lost(admin_client, nodes, edges, where, row, field):
    answer = post(admin_client, nodes, edges)
    assert answer.status_code == 200
    form = answer.context["form"].formsets[where].forms[row]
    assert field in form.errors
    assert "材料齐全？" in answer.content.decode()
    assert not FlowChartPage.objects.exists()


@pytest.mark.parametrize("kind", ["start", "end"])
def test_a_chart_without_start_or_end_is_refused_above_its_steps(admin_client, kind):
    nodes = tuple({**node, "kind": "step" if node["kind"] == kind else node["kind"]} for node in NODES)
    answer = post(admin_client, nodes)
    assert answer.status_code == 200
    assert {"start": "流程图没有开始步骤", "end": "流程图没有结束步骤"}[kind] in answer.content.decode()


def test_a_draft_may_be_unfinished_but_its_ways_lead_somewhere(admin_client):
    draft = {"action-publish": None}
    answer = post(admin_client, NODES[:2], changed(EDGES[:1], 0, target="9"), **draft)
    assert answer.context["form"].formsets["edges"].forms[0].errors
    assert post(admin_client, NODES[:2], EDGES[:1], **draft).status_code == 302
    assert not FlowChartPage.objects.get().live


def test_the_act_is_needed(admin_client):
    answer = post(admin_client, act="")
    assert list(answer.context["form"].errors) == ["act"]


def test_the_sample_has_a_good_chart_for_every_act(client):
    make_site()
    for _ in range(2):
        flowcharts.load()
    pages = FlowChartPage.objects.filter(live=True)
    assert set(pages.values_list("act__code", flat=True)) == set(
        Term.objects.of("flow_act").values_list("code", flat=True)
    )
    assert pages.count() == 7
    for page in pages:
        assert problems(page.chart()) == []
    assert client.get("/flowcharts/", {"act": "法制审核"}).content.decode().count("法制审核流程图") >= 1
