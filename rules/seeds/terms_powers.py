"""Terms of the lists of powers and their basis: (code, Chinese name, English name, other spellings, basis)."""

LEGISLATION = "《中华人民共和国立法法》（2023修正）第十条、第七十二条、第八十条、第九十一条、第九十三条"
FILES = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）"
TEN_TYPES = "《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）"
APL_34 = "《中华人民共和国行政处罚法》（2021修订）第三十四条；《国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见》（国办发〔2022〕27号）"

LAW_KINDS = [
    ("law", "法律", "Law", "", LEGISLATION),
    ("administrative_regulation", "行政法规", "Administrative regulation", "", LEGISLATION),
    ("local_regulation", "地方性法规", "Local regulation", "", LEGISLATION),
    ("departmental_rule", "部门规章", "Departmental rule", "", LEGISLATION),
    ("local_rule", "地方政府规章", "Rule of a local government", "政府规章", LEGISLATION),
    ("normative_document", "规范性文件", "Normative document", "行政规范性文件", FILES),
]
POWER_TYPES = [
    ("permit", "行政许可", "Permit", "", TEN_TYPES),
    ("penalty", "行政处罚", "Penalty", "", TEN_TYPES),
    ("coercion", "行政强制", "Coercion", "", TEN_TYPES),
    ("levy", "行政征收", "Levy", "", TEN_TYPES),
    ("payment", "行政给付", "Payment", "", TEN_TYPES),
    ("inspection", "行政检查", "Inspection", "", TEN_TYPES),
    ("confirmation", "行政确认", "Confirmation", "", TEN_TYPES),
    ("reward", "行政奖励", "Reward", "", TEN_TYPES),
    ("ruling", "行政裁决", "Ruling", "", TEN_TYPES),
    ("other", "其他类别", "Other", "其他\n其他行政权力", TEN_TYPES),
]
CIRCUMSTANCES = [
    ("slight", "轻微", "Slight", "", APL_34),
    ("lighter", "较轻", "Lighter", "从轻", APL_34),
    ("usual", "一般", "Usual", "", APL_34),
    ("heavier", "较重", "Heavier", "从重", APL_34),
    ("serious", "严重", "Serious", "", APL_34),
    ("very_serious", "特别严重", "Very serious", "情节特别严重", APL_34),
]
POWERS = {"law_kind": LAW_KINDS, "power_type": POWER_TYPES, "circumstance": CIRCUMSTANCES}
