"""Vocabulary terms: (code, Chinese name, English name, other spellings, basis)."""

from collections.abc import Iterator

from rules.seeds import terms_catalogues, terms_coercion, terms_powers
from rules.seeds.rows import Seed
from rules.seeds.terms_inspection import INSPECTION
from rules.seeds.terms_withdrawal import WITHDRAWAL_GROUNDS
from rules.seeds.tones import tone_of

APL = "行政处罚法（2021）第九条"
MOHURD = "住房和城乡建设行政处罚程序规定（住建部令第55号）第三条"
STANDARD = "发改办财金〔2018〕790号"
REPAIR = "信用修复管理办法（2025年第36号令）"

PENALTY_TYPES = [
    ("warning", "警告", "Warning", "", APL),
    ("criticism", "通报批评", "Public criticism", "", APL),
    ("fine", "罚款", "Fine", "处以罚款", APL),
    ("confiscate_gains", "没收违法所得", "Confiscation of illegal gains", "", APL),
    ("confiscate_goods", "没收非法财物", "Confiscation of illegal goods", "没收非法财务", APL),
    ("suspend_licence", "暂扣许可证件", "Suspension of licence", "暂扣许可证\n暂扣执照\n暂扣许可证、执照", APL),
    ("downgrade", "降低资质等级", "Lowering of qualification grade", "", APL),
    ("restrict_business", "限制开展生产经营活动", "Restriction of business", "", APL),
    ("stop_business", "责令停产停业", "Order to cease business", "", APL),
    ("stop_for_rectification", "责令停业整顿", "Order to cease business and rectify", "", MOHURD),
    ("stop_practice", "责令停止执业", "Order to cease practice", "", MOHURD),
    ("close_down", "责令关闭", "Order to close down", "", APL),
    ("restrict_practice", "限制从业", "Restriction of practice", "", APL),
    (
        "revoke_licence",
        "吊销许可证件",
        "Revocation of licence",
        "吊销许可证\n吊销执照\n吊销营业执照\n吊销资质证书\n吊销许可证、执照",
        APL,
    ),
    (
        "suspend_or_revoke",
        "暂扣或者吊销许可证、执照",
        "Suspension or revocation of licence",
        "暂扣或者吊销许可证\n暂扣或者吊销执照\n暂扣或吊销许可证\n暂扣或吊销执照",
        STANDARD,
    ),
    ("detention", "行政拘留", "Administrative detention", "", APL),
    ("other", "其他", "Other", "其他行政处罚\n法律、行政法规规定的其他行政处罚", APL),
]
PARTY_CATEGORIES = [
    (
        "organisation",
        "法人及非法人组织",
        "Legal person or other organisation",
        "法人\n非法人组织\n法人和非法人组织\n企业\n单位\n1\n01\n02\n03",
        STANDARD,
    ),
    ("person", "自然人", "Natural person", "个人\n公民\n2", STANDARD),
    ("sole_trader", "个体工商户", "Sole trader", "个体户\n个体\n4\n04", STANDARD),
]
PROCEDURES = [
    ("summary", "简易程序", "Summary procedure", "当场处罚\n简易", "行政处罚法（2021）第五十一条"),
    ("ordinary", "普通程序", "Ordinary procedure", "一般程序\n普通", "行政处罚法（2021）第五十四条"),
]
GRADES = [
    ("minor", "轻微", "Minor", "轻微失信", REPAIR),
    ("general", "一般", "General", "一般失信", REPAIR),
    ("serious", "严重", "Serious", "严重失信", REPAIR),
]
DOMAINS = [
    ("construction_market", "建筑市场", "Construction market", "建筑业", ""),
    ("quality", "工程质量", "Construction quality", "", ""),
    ("work_safety", "安全生产", "Work safety", "施工安全", ""),
    ("fire_safety", "消防", "Fire safety", "消防安全\n建设工程消防", ""),
    ("special_equipment", "特种设备", "Special equipment", "", ""),
    ("real_estate", "房地产", "Real estate", "房地产开发\n房地产市场", ""),
    ("property_management", "物业管理", "Property management", "物业", ""),
    ("gas", "燃气", "Gas supply", "城镇燃气", ""),
    ("municipal", "市政公用", "Municipal works", "市政", ""),
]
IDENTITY_DOCUMENTS = [
    ("id_card", "身份证", "Resident identity card", "居民身份证\n01", STANDARD),
    ("passport", "护照号", "Passport", "护照\n02", STANDARD),
    ("hk_macao_permit", "港澳居民来往内地通行证", "Hong Kong and Macao permit", "03", STANDARD),
    ("taiwan_permit", "台湾居民来往大陆通行证", "Taiwan permit", "04", STANDARD),
    ("foreigner_id", "外国人永久居留身份证", "Foreigner's permanent residence card", "05", STANDARD),
]
PERMIT_KINDS = [
    ("general", "普通", "General", "01\n普通许可", STANDARD),
    ("concession", "特许", "Concession", "02", STANDARD),
    ("recognition", "认可", "Recognition", "03", STANDARD),
    ("approval", "核准", "Approval", "04", STANDARD),
    ("registration", "登记", "Registration", "05", STANDARD),
    ("other", "其他", "Other", "06", STANDARD),
]
OURS = "本机关自行设定（未见上级统一规定），参照住房和城乡建设行政执法事项领域"
ENFORCEMENT_CATEGORIES = [
    ("construction_market", "建筑市场监管", "Construction market", "建筑市场\n建筑业", OURS),
    ("quality_safety", "工程质量安全监督", "Construction quality and safety", "质量安全\n工程质量\n施工安全", OURS),
    ("fire_review", "消防设计审查验收", "Fire design review", "消防审验\n消防", OURS),
    ("real_estate", "房地产市场监管", "Real-estate market", "房地产\n房地产市场", OURS),
    ("property_management", "物业管理监管", "Property management", "物业\n物业管理", OURS),
    ("gas", "燃气监管", "Gas supply", "燃气\n城镇燃气", OURS),
    ("municipal", "市政公用监管", "Municipal works", "市政\n市政公用", OURS),
    ("comprehensive", "综合执法", "Comprehensive enforcement", "综合行政执法", OURS),
    ("supervision", "行政执法监督", "Supervision of enforcement", "执法监督", OURS),
]
SEED_PLAN = "国办发〔2018〕118号；住建局三项制度实施方案"
NOTICE_CATEGORIES = [
    ("announcement", "通知公告", "Announcements", "通知\n公告", SEED_PLAN),
    ("news", "工作动态", "News of work", "", SEED_PLAN),
    ("good_example", "典型案例（正面）", "Good examples", "", SEED_PLAN),
    ("bad_example", "典型案例（反面）", "Bad examples", "", SEED_PLAN),
]
ALL = {
    "penalty_type": PENALTY_TYPES,
    "party_category": PARTY_CATEGORIES,
    "procedure": PROCEDURES,
    "grade": GRADES,
    "domain": DOMAINS,
    "identity_document": IDENTITY_DOCUMENTS,
    "permit_kind": PERMIT_KINDS,
    "withdrawal_ground": WITHDRAWAL_GROUNDS,
    "enforcement_category": ENFORCEMENT_CATEGORIES,
    "notice_category": NOTICE_CATEGORIES,
    "coercion_measure": terms_coercion.COERCION_MEASURES,
    "coercion_outcome": terms_coercion.COERCION_OUTCOMES,
    "other_decision": terms_coercion.OTHER_DECISIONS,
    **terms_powers.POWERS,
    **INSPECTION,
    "flow_act": terms_catalogues.FLOW_ACTS,
    "recording_class": terms_catalogues.RECORDING_CLASSES,
    "act_class": terms_catalogues.ACT_CLASSES,
    "remedy_channel": terms_catalogues.REMEDY_CHANNELS,
}


def seeds() -> Iterator[Seed]:
    """The terms of all vocabularies."""
    for vocabulary, rows in ALL.items():
        for weight, (code, label, label_en, aliases, basis) in enumerate(rows, start=1):
            values = {"label": label, "label_en": label_en, "aliases": aliases, "basis": basis, "weight": weight * 10}
            where = {"vocabulary": vocabulary, "code": code, "tone": tone_of(vocabulary, code)}
            yield Seed("rules.Term", f"{vocabulary}.{code}", {**where, **values})
