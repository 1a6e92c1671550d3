"""Benchmarks of penalties, each with three grades; the sample's decisions fall under them."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from pages.kinds.benchmark.models import BenchmarkBasis, BenchmarkGrade, BenchmarkPage
from pages.kinds.power.models import PowerPage
from samples.making import publish, term

CODES = ("lighter", "usual", "serious")
# code of the power, violation, penalty by law, limits of the three grades in yuan, percentages, standards, and the
# other penalty of the heaviest grade
ROWS: list[tuple[str, str, str, tuple[int, int, int, int], tuple[str, str, str], tuple[str, str, str], str]] = [
    (
        "CF-001", "未取得施工许可证擅自施工", "责令停止施工，限期改正，处工程合同价款1%以上2%以下的罚款。",
        (10_000, 60_000, 150_000, 300_000), ("1%–1.3%", "1.3%–1.6%", "1.6%–2%"),
        ("仅进行基础施工，主动停工并在责令期限内补办手续的", "进行主体结构施工，在责令期限内改正的", "拒不停工、逾期不改正或者造成质量安全后果的"), "",
    ),
    (
        "CF-002", "未按照工程设计图纸施工", "责令改正，处工程合同价款2%以上4%以下的罚款；情节严重的，责令停业整顿，降低资质等级或者吊销资质证书。",
        (20_000, 120_000, 260_000, 500_000), ("2%–2.6%", "2.6%–3.3%", "3.3%–4%"),
        ("涉及非承重部位，及时返工的", "涉及承重部位，经返工达到质量标准的", "造成质量事故或者拒不返工的"), "责令停业整顿，降低资质等级或者吊销资质证书",
    ),
    (
        "CF-003", "将承包的工程转包", "责令改正，没收违法所得，对施工单位处工程合同价款0.5%以上1%以下的罚款。",
        (10_000, 60_000, 110_000, 200_000), ("0.5%–0.65%", "0.65%–0.85%", "0.85%–1%"),
        ("尚未进场施工即改正的", "已进场施工，未造成质量安全后果的", "造成质量安全事故或者拖欠工资等后果的"), "责令停业整顿，降低资质等级；吊销资质证书",
    ),
    (
        "CF-006", "未组织竣工验收擅自交付使用", "责令改正，处工程合同价款2%以上4%以下的罚款；造成损失的，依法承担赔偿责任。",
        (100_000, 280_000, 480_000, 800_000), ("2%–2.6%", "2.6%–3.3%", "3.3%–4%"),
        ("交付后及时组织验收且验收合格的", "交付范围较大，在责令期限内改正的", "验收不合格或者逾期不改正的"), "",
    ),
    (
        "CF-005", "未对建筑材料进行检验", "责令改正，处10万元以上20万元以下的罚款；情节严重的，责令停业整顿，降低资质等级或者吊销资质证书。",
        (100_000, 130_000, 160_000, 200_000), ("", "", ""),
        ("补检合格的", "部分补检不合格，及时返工的", "不合格材料已用于承重结构的"), "责令停业整顿，降低资质等级或者吊销资质证书",
    ),
    (
        "CF-008", "施工现场安全防护不符合要求", "责令限期改正；逾期未改正的，责令停业整顿，依法处以罚款。",
        (10_000, 20_000, 35_000, 50_000), ("", "", ""),
        ("一处临边、洞口防护缺失，逾期后改正的", "多处防护缺失，逾期后改正的", "拒不改正或者造成人员受伤的"), "责令停业整顿",
    ),
    (
        "CF-009", "未及时消除生产安全事故隐患", "责令立即消除或者限期消除，处五万元以下的罚款；拒不执行的，责令停产停业整顿。",
        (0, 15_000, 30_000, 50_000), ("", "", ""),
        ("一般隐患，在期限内消除的", "一般隐患，逾期消除的", "重大隐患或者拒不消除的"), "责令停产停业整顿",
    ),
    (
        "CF-010", "主要负责人未履行安全生产管理职责", "责令限期改正，处二万元以上五万元以下的罚款；逾期未改正的，处五万元以上十万元以下的罚款。",
        (20_000, 30_000, 40_000, 50_000), ("", "", ""),
        ("一项职责未履行，在期限内改正的", "两项以上职责未履行，在期限内改正的", "未履行职责导致重大隐患的"), "",
    ),
    (
        "CF-012", "燃气经营者未及时消除燃气安全事故隐患", "责令限期改正，处1万元以上10万元以下罚款。",
        (10_000, 35_000, 65_000, 100_000), ("", "", ""),
        ("隐患在期限内消除的", "隐患逾期消除的", "拒不消除或者造成泄漏的"), "",
    ),
    (
        "CF-014", "擅自改动燃气设施", "责令限期改正；逾期不改正的，对单位可以处10万元以下罚款，对个人可以处1000元以下罚款。",
        (0, 300, 600, 1_000), ("", "", ""),
        ("改动户内管道，逾期后及时恢复原状的", "改动户内管道，逾期较长时间恢复原状的", "拒不恢复原状或者造成燃气泄漏、停气的"), "",
    ),
    (
        "CF-018", "未取得商品房预售许可证预售商品房", "责令停止违法行为，没收违法所得，可以并处已收取的预付款1%以下的罚款。",
        (0, 50_000, 90_000, 150_000), ("0.3%以下", "0.3%–0.6%", "0.6%–1%"),
        ("及时退还全部预付款的", "逾期退还预付款的", "拒不退还或者引发群体性纠纷的"), "没收违法所得",
    ),
    (
        "CF-023", "未按规定移交建设项目档案", "责令改正，处1万元以上10万元以下的罚款。",
        (10_000, 30_000, 60_000, 100_000), ("", "", ""),
        ("在责令期限内移交的", "逾期移交的", "档案毁损、灭失的"), "",
    ),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for place, (code, violation, penalty, *rest) in enumerate(ROWS, 1):
        power = PowerPage.objects.get(code=code)
        publish(
            BenchmarkPage,
            f"benchmark-{code.lower()}",
            partial(_fill, power=power, rest=rest),
            title=violation,
            violation=violation,
            power=power,
            penalty=penalty,
            effective_on=date(2026, 1, 1),
            position=f"{place:03d}",
        )


def _fill(page: BenchmarkPage, power: PowerPage, rest: Any) -> None:
    limits, percents, standards, other = rest
    page.bases = [BenchmarkBasis(article=one) for one in power.articles]
    page.grades = [
        BenchmarkGrade(
            circumstance=term("circumstance", CODES[place]),
            standard=standards[place],
            amount_from=Decimal(str(limits[place])) if limits[place] else None,
            amount_to=Decimal(str(limits[place + 1])),
            percent=percents[place],
            other_penalty=other if place == len(CODES) - 1 else "",
        )
        for place in range(len(CODES))
    ]
