"""The account in whose name the invented content acts: it belongs to seeded groups and nobody can use it."""

SAMPLE = "sample"
SAMPLE_NAME = "演示账号"
SAMPLE_GROUPS = ("审核", "管理员")
