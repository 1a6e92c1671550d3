"""Columns that end every form: who delivered the row, and remarks."""

from records.types.columns.base import CodeColumn, Column, NameColumn, TextColumn
from records.types.columns.party import warn_credit_code


def source_columns(prefix: str, code: str = "LYDW", *, expected: bool = False) -> tuple[Column, ...]:
    """数据来源单位, its code and 备注; ``code`` is what the form calls the first behind its prefix (LYDW, SJLY)."""
    return (
        NameColumn(
            code=f"{prefix}_{code}",
            label="数据来源单位",
            attribute="source_name",
            names=("数据来源", "来源单位", "数据来源单位名称"),
            expected=expected,
            soft_length=200,
        ),
        CodeColumn(
            code=f"{prefix}_{code}DM",
            label="数据来源单位统一社会信用代码",
            attribute="source_code",
            names=("数据来源单位代码", "来源单位统一社会信用代码"),
            expected=expected,
            check=warn_credit_code,
        ),
        TextColumn(code="BZ", label="备注", attribute="remark", names=(f"{prefix}_BZ", "备注说明"), soft_length=512),
    )
