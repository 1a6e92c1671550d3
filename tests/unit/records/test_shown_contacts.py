"""Contacts of an office stand in tables as they are; everything else in a table is masked."""

from privacy.masking import Masker
from records.types.fields import TableField


def test_a_table_shows_phone_and_mail_of_an_office_and_masks_its_texts():
    row = {"phone": "0427-2818888", "email": "jubao@example.cn", "procedure": "证人李明，电话13812345678"}
    table = TableField("rows", "", read=lambda page: [row], columns=tuple((name, "") for name in row))
    assert table.value(None, Masker()) == [
        {"phone": "0427-2818888", "email": "jubao@example.cn", "procedure": "证人李某，电话138****5678"}
    ]
