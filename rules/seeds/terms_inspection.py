"""Terms of 双随机: classes of items, risk, results, what follows (law.md 7)."""

G5 = "国发〔2019〕5号"
SAMR = "市场监管双随机抽查结果代码，本机关按住房城乡建设领域选用"
OURS = "本机关自行设定（未见上级统一规定）"

CLASSES = [
    ("general", "一般检查事项", "General item", "一般", G5),
    ("key", "重点检查事项", "Key item", "重点", G5),
]
RISKS = [
    ("low", "低风险", "Low risk", "A\n低", OURS),
    ("medium", "中风险", "Medium risk", "B\n中", OURS),
    ("high", "高风险", "High risk", "C\n高", OURS),
]
RESULTS = [
    ("nothing_found", "未发现问题", "No problem found", "1\n合格\n正常", SAMR),
    ("corrected", "发现问题已责令改正", "Problem found, correction ordered", "E\n发现问题经责令已改正", SAMR),
    ("pending", "发现问题待后续处理", "Problem found, to be dealt with", "发现问题待后续处理", SAMR),
    ("uncooperative", "不配合检查情节严重", "Serious lack of cooperation", "8", SAMR),
    ("not_active", "未发现开展本次抽查涉及的经营活动", "Does not do what was inspected", "F", SAMR),
    ("unreachable", "通过登记的住所（经营场所）无法联系", "Unreachable at the registered address", "6", SAMR),
    ("closed", "已关闭停业或正在组织清算", "Closed or being wound up", "7", SAMR),
]
HANDLINGS = [
    ("none", "无需处理", "Nothing follows", "", OURS),
    ("order", "责令改正", "Order to correct", "责令整改\n限期改正", OURS),
    ("filed", "立案", "Case filed", "立案查处\n立案调查", OURS),
    ("transferred", "移送有关部门", "Transferred to another authority", "移送", OURS),
]
INSPECTION = {
    "inspection_class": CLASSES,
    "inspection_risk": RISKS,
    "inspection_result": RESULTS,
    "inspection_handling": HANDLINGS,
}
