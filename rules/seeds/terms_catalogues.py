"""Vocabularies of the catalogues and flow charts: (code, Chinese name, English name, other spellings, basis)."""

G118 = "国办发〔2018〕118号"
PLAN = "国办发〔2018〕118号；住建局三项制度实施方案"
LISTS = "住房和城乡建设部门音像记录事项清单通行分类（未见上级统一规定）"

FLOW_ACTS = [
    ("permit", "行政许可", "Permit", "许可", PLAN),
    ("penalty_summary", "行政处罚（简易程序）", "Penalty, summary procedure", "处罚简易", PLAN),
    ("penalty_ordinary", "行政处罚（普通程序）", "Penalty, ordinary procedure", "处罚普通\n处罚一般", PLAN),
    ("inspection", "行政检查", "Inspection", "检查", PLAN),
    ("coercion", "行政强制", "Coercion", "强制", PLAN),
    ("legal_review", "法制审核", "Legal review", "重大执法决定法制审核", G118),
    ("full_record", "全过程记录", "Record of the whole process", "执法全过程记录", G118),
]
RECORDING_CLASSES = [
    ("scene", "场景类", "Scene", "现场类", LISTS),
    ("talk", "约谈类", "Talk", "谈话类", LISTS),
    ("confirmation", "确认类", "Confirmation", "", LISTS),
]
ACT_CLASSES = [
    ("permit", "行政许可", "Permit", "", G118),
    ("penalty", "行政处罚", "Penalty", "", G118),
    ("coercion", "行政强制", "Coercion", "", G118),
    ("inspection", "行政检查", "Inspection", "", G118),
    ("other", "其他执法行为", "Other enforcement act", "其他", G118),
]
REMEDY_CHANNELS = [
    ("statement", "陈述、申辩", "Statement and defence", "陈述\n申辩", "行政处罚法第七条、第四十五条"),
    ("hearing", "听证", "Hearing", "", "行政处罚法第六十三条"),
    ("reconsideration", "行政复议", "Administrative reconsideration", "", "行政复议法第十一条、第二十条"),
    ("litigation", "行政诉讼", "Administrative litigation", "", "行政诉讼法第十二条、第四十六条"),
    ("compensation", "行政赔偿", "State compensation", "国家赔偿", "国家赔偿法第三条、第四条"),
    ("complaint", "投诉举报", "Complaint and report", "举报\n投诉", "行政处罚法第七十五条"),
    ("supervision", "执法监督", "Supervision of enforcement", "监督", "行政处罚法第七十五条"),
]
