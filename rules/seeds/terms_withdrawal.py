"""Grounds on which a published penalty is withdrawn within three working days."""

APL48 = "《中华人民共和国行政处罚法》第四十八条"
WITHDRAWAL_GROUNDS = [
    ("changed", "变更", "Changed", "依法变更", APL48),
    ("revoked", "撤销", "Revoked", "依法撤销", APL48),
    ("illegal", "确认违法", "Found illegal", "依法确认违法", APL48),
    ("void", "确认无效", "Found void", "依法确认无效", APL48),
    ("error", "误公示", "Published in error", "公示有误 依法不应公开", "《政府信息公开条例》第十四条、第十五条"),
]
