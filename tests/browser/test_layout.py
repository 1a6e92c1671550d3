"""How the public pages stand in the window: one left edge, whole numbers, a grid without a hole."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE
from tests.factories.records import make_record

TABLET = 768
WIDTHS = (PHONE, TABLET, DESK)

# Where the words of the frame and of the page begin, each line of the navigation too.
EDGES = """
() => {
  const found = {}, lines = {};
  const left = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect().left;
  };
  const note = (name, nodes) => Array.from(nodes).forEach((node, place) => found[`${name} ${place}`] = left(node));
  document.querySelectorAll('.gs-nav__link').forEach(link => lines[link.offsetTop] ||= link);
  note('navigation', Object.values(lines));
  found.header = document.querySelector('.gs-seal').getBoundingClientRect().left;
  note('breadcrumbs', document.querySelectorAll('.gs-breadcrumbs li:first-child'));
  note('heading', document.querySelectorAll('.gs-hero h1, .gs-title'));
  note('footer', document.querySelectorAll('.gs-footer li:first-child'));
  return found;
}
"""

# Numbers of more than one figure, dates, amounts, codes and document numbers that stand on more than one line. The last
# may go on behind its bracket; an address and a hash are longer than any line.
BROKEN = """
() => {
  const kinds = [/\\d{4}年\\d{1,2}月\\d{1,2}日/g, /[\\d,.]*\\d ?万?元/g, /第\\d+号/g,
    /(?<![0-9A-Za-z])[0-9A-Z]{2,24}(?![0-9A-Za-z])/g, /[\\u4e00-\\u9fa5]+[〔（(]\\d{4}[〕）)]/g];
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.gs-citation, .gs-hash')) continue;
    for (const kind of kinds) for (const match of node.data.matchAll(kind)) {
      if (kind === kinds[4] && !node.parentElement.closest('.gs-keep')) continue;
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const boxes = Array.from(range.getClientRects()).filter(box => box.width > 0);
      if (new Set(boxes.map(box => Math.round(box.top))).size > 1) found.push(match[0]);
    }
  }
  return found;
}
"""

# The rows of the tiles with a number of them: how far each row is from both edges, and how many tiles it has.
ROWS = """
number => {
  const grid = document.querySelector('.gs-tiles');
  while (grid.children.length > number) grid.lastElementChild.remove();
  while (grid.children.length < number) grid.append(grid.firstElementChild.cloneNode(true));
  const whole = grid.getBoundingClientRect(), rows = {};
  for (const tile of grid.children) {
    const box = tile.getBoundingClientRect();
    (rows[Math.round(box.top)] ||= []).push(box);
  }
  return Object.values(rows).map(row => [row[0].left - whole.left, whole.right - row.at(-1).right, row.length]);
}
"""


@pytest.fixture
def addresses(public_site: list[Any]) -> dict[str, str]:
    """The usual places and tables of many columns, as the projection holds them."""
    whole = dict.fromkeys(("occasion", "department", "recorder", "begins", "process", "ends"), "执法人员到场后逐项说明")
    matter = {"stage": "调查取证", "matter": "现场检查（勘验）", "content": "检查过程", "time_limit": "24小时内"}
    matter |= {
        "record_class": "场景类",
        "method": "执法记录仪",
        "retention": "不少于365日",
        "remark": "2026年11月22日起",
    }
    channel = {"channel": "行政复议", "body": "兴隆台区人民政府", "time_limit": "60日", "postcode": "124010"}
    channel |= {"scope": "不服行政处罚决定的当事人", "address": "石油大街118号", "phone": "0427-0000000"}
    channel |= {"email": "fuyi@example.test", "procedure": "收到之日起5日内审查"}
    records = [
        make_record(
            "recording_list", {"rows": [{**matter, **whole, "number": str(number)} for number in range(1, 15)]}
        ),
        make_record("remedies", {"rows": [{**channel, "number": str(number)} for number in range(1, 12)]}),
        make_record("permit", {"permit_kind": "普通", "licence_no": "211103202611220101", "valid_until": "2028-11-12"}),
    ]
    return {
        **{"home": "/", "contents": "/contents/", "list": "/decisions/", "penalty": public_site[0].public_record.path},
        **{record.kind: record.path for record in records},
    }


def test_frame_and_heading_begin_at_one_edge(page: Page, addresses: dict[str, str]) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for place in ("home", "contents", "penalty"):
            page.goto(addresses[place])
            edges = page.evaluate(EDGES)
            assert {name.split()[0] for name in edges} >= {"navigation", "header", "heading", "footer"}, place
            assert max(edges.values()) - min(edges.values()) <= 1, (width, place, edges)
            assert edges["header"] >= 15, (width, place)


def test_no_number_is_broken_and_no_page_too_wide(page: Page, addresses: dict[str, str]) -> None:
    wrong = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for place, address in addresses.items():
            page.goto(address)
            wrong[width, place] = page.evaluate(BROKEN)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, place)
    assert not any(wrong.values()), wrong


def test_any_number_of_tiles_fills_the_grid(page: Page, addresses: dict[str, str]) -> None:
    page.goto(addresses["home"])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for number in range(15, 1, -1):
            rows = page.evaluate(ROWS, number)
            assert all(abs(start) <= 1 and abs(end) <= 1 for start, end, _tiles in rows), (width, number, rows)
            if width > PHONE:
                assert min(tiles for _start, _end, tiles in rows) > 1, (width, number, rows)
