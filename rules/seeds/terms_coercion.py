"""Vocabularies of coercion and of other enforcement decisions: (code, name, English name, other spellings, basis)."""

MEASURES = "行政强制法第九条"
EXECUTION = "行政强制法第十二条"
OUTCOMES = "行政强制法第二十七条、第二十八条"
POWERS = "国办发〔2018〕118号；行政权力分类（权责清单）"

COERCION_MEASURES = [
    ("seal", "查封场所、设施或者财物", "Sealing of premises, facilities or property", "查封", MEASURES),
    ("seize", "扣押财物", "Seizure of property", "扣押", MEASURES),
    ("freeze", "冻结存款、汇款", "Freezing of deposits and remittances", "冻结", MEASURES),
    ("other_measure", "其他行政强制措施", "Other coercive measure", "", MEASURES),
    ("late_fee", "加处罚款或者滞纳金", "Additional fine or late fee", "", EXECUTION),
    ("transfer", "划拨存款、汇款", "Transfer of deposits and remittances", "划拨", EXECUTION),
    ("auction", "拍卖或者依法处理查封、扣押的场所、设施或者财物", "Auction or lawful disposal", "拍卖", EXECUTION),
    ("remove_obstacle", "排除妨碍、恢复原状", "Removal of obstruction, restoration", "", EXECUTION),
    ("substitute", "代履行", "Performance by others", "", EXECUTION),
    ("other_execution", "其他强制执行方式", "Other coercive execution", "", EXECUTION),
]
COERCION_OUTCOMES = [
    ("ongoing", "实施中", "In effect", "", OUTCOMES),
    ("lifted", "解除", "Lifted", "解除查封\n解除扣押\n退还财物", OUTCOMES),
    ("confiscated", "没收", "Confiscated", "", OUTCOMES),
    ("destroyed", "销毁", "Destroyed", "", OUTCOMES),
    ("handed_over", "移送", "Handed over", "移送司法机关", "行政强制法第二十一条"),
    ("executed", "执行完毕", "Carried out", "", EXECUTION),
]
OTHER_DECISIONS = [
    ("confirmation", "行政确认", "Administrative confirmation", "", POWERS),
    ("reward", "行政奖励", "Administrative reward", "", POWERS),
    ("ruling", "行政裁决", "Administrative ruling", "", POWERS),
    ("levy", "行政征收", "Administrative levy", "", POWERS),
    ("payment", "行政给付", "Administrative payment", "", POWERS),
    ("inspection", "行政检查", "Administrative inspection", "", POWERS),
    ("order", "责令改正", "Order to correct", "责令限期改正\n责令停止施工", "行政处罚法第二十八条"),
    ("no_penalty", "不予行政处罚", "No penalty", "", "行政处罚法第三十三条、第五十七条"),
    ("other", "其他", "Other", "其他行政权力", POWERS),
]
