"""What the search of this database finds, asked at its public address."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment

from tests.tools.golden.canonical import model, write

Question = dict[str, Any]
WORDS = [
    "施工许可", "施工 许可", "罚款", "警告 罚款", "物业", "燃气安全", "盘锦", "建筑工程有限公司", "兴隆台区",
    "未取得施工许可证擅自施工", "转包", "欧阳", "执法人员", "双随机", "权责清单", "裁量", "典型案例",
    "没有这样的词", "xyzxyz", "！！", "㎡",
    "shigong", "sgxk", "wuye", "ranqi", "panjin", "pjlf",
    "建筑法第六十四条", "《建筑法》第64条", "第四十八条", "行政处罚法", "物业管理条例 第五十八条",
    "〔2026〕", "2026", "12号", "没有取得施工许可证就擅自开始施工的公司",
]  # fmt: skip


def write_search(folder: Path) -> None:
    """``search.json``: for each question keys in order, total and counts of filters."""
    client = Client()
    questions = {json.dumps(question): question for question in _questions()}
    # Answers keep what their templates were given.
    setup_test_environment()
    found = [{"asked": question, **_answer(client, question)} for question in questions.values()]
    teardown_test_environment()
    write(folder / "search.json", json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def _questions() -> Iterator[Question]:
    yield from ({"q": words} for words in WORDS)
    yield from _of_records()
    yield {"q": ""}
    for sort in ("relevance", "date", "amount"):
        yield {"q": "施工", "sort": sort}
        yield {"q": "罚款", "sort": sort, "page": 2}
    yield {"q": "施工", "kind": "penalty"}
    yield {"q": "", "kind": "coercion"}
    yield {"q": "", "kind": ["permit", "coercion"]}
    yield {"q": "", "kind": "penalty", "year": "2026", "sort": "amount"}
    yield {"q": "有限公司", "penalty": "罚款"}
    yield {"q": "", "agency": "兴隆台区住房和城乡建设局", "page": 3}


def _of_records() -> Iterator[Question]:
    """Numbers, codes and names as they stand in two records of each kind, whole and in part."""
    rows = model("PublicRecord")._base_manager.filter(state="public").exclude(doc_no="").order_by("kind", "key")
    seen: dict[str, int] = {}
    for record in rows:
        seen[record.kind] = seen.get(record.kind, 0) + 1
        if seen[record.kind] > 2:
            continue
        number = record.doc_no
        yield from ({"q": words} for words in (number, number.strip("号").replace("〔", "[").replace("〕", "]")))
        yield {"q": number.rpartition("〕")[2]}
        for party in record.parties[:1]:
            yield {"q": party["name"]}
            yield {"q": party["name"][2:6]}
        yield from ({"q": code} for code in record.codes[:1])


def _answer(client: Client, question: Question) -> dict[str, Any]:
    response = client.get("/search/", question)
    shown = response.context
    return {
        "status": response.status_code,
        "total": shown["total"],
        "bounded": shown["total_is_bounded"],
        "banner": shown["banner"],
        "keys": [result.record.key for result in shown["results"]],
        "facets": {
            facet["name"]: {value["value"]: value["count"] for value in facet["values"]} for facet in shown["facets"]
        },
    }
