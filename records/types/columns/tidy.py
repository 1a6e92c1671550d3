"""Text cells as they should have been typed: dirt that programs and copying leave is taken off, words stay."""

import datetime as dt
import html
import re
import unicodedata

from records.types.columns.cells import Cell

# Most cells are clean, and a file has a million of them: printable text without these needs no second look.
_SUSPECT = re.compile(r"[<&]|_x|  ")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/tr|/li)\s*/?\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|font|b|i|u|strong|em|table|tbody|tr|td|th|ul|li|a|o:p)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINES = re.compile(r"\s*\n\s*")
# Chinese is written without blanks; one between two Chinese characters is left over from a form's layout.
_BETWEEN_CHINESE = re.compile(r"(?<=[\u3007\u4e00-\u9fff]) +(?=[\u3007\u4e00-\u9fff])")
_KEPT_CONTROLS = "\n\t"
_NONE_WORDS = frozenset(
    {"", "/", "\\", "-", "--", "—", "——", "－", "无", "空", "null", "NULL", "None", "N/A", "n/a", "暂无"}
)


def as_text(cell: Cell) -> str:
    """A cell of any type as the text a reader saw: whole numbers without ``.0``, dates as 2026/11/22."""
    match cell:
        case None:
            return ""
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case dt.datetime() if cell.time() != dt.time():
            return cell.strftime("%Y/%m/%d %H:%M:%S")
        case dt.date():
            return cell.strftime("%Y/%m/%d")
        case _:
            return str(cell)


def tidy(cell: Cell) -> str:
    """Plain text of a cell.

    Takes off escapes (``_x000D_``), HTML left-overs, invisible and direction-changing characters, and every
    blank that is not a word's; line breaks stay as one ``\\n``. Full-width letters and brackets stay as written.
    """
    text = as_text(cell)
    if text.isprintable() and not _SUSPECT.search(text):
        return text.strip()
    text = _ESCAPED.sub(lambda match: _unescape(match[1]), text)
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = "".join(character for character in text if _is_visible(character))
    text = _BLANKS.sub(" ", text)
    return _LINES.sub("\n", text).strip()


def storable(text: str) -> str:
    """A text without the characters that no database takes: NUL, and halves of characters."""
    return _UNSTORABLE.sub("", text)


def tidy_line(cell: Cell) -> str:
    """Plain text in one line, without layout blanks between Chinese characters."""
    text = tidy(cell)
    return _BETWEEN_CHINESE.sub("", text.replace("\n", " ")) if "\n" in text or " " in text else text


def tidy_name(cell: Cell) -> str:
    """A name: one line, brackets of one kind (full width), blanks only between Latin words."""
    return tidy_line(cell).replace("(", "（").replace(")", "）")


def fold(text: str) -> str:
    """Half width and without any blank: for numbers, codes and dates."""
    return "".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())


def says_none(text: str) -> bool:
    """Whether a text stands for "nothing here", such as ``/`` or 无."""
    return text.strip() in _NONE_WORDS


def _unescape(code: str) -> str:
    """What Excel's ``_xHHHH_`` stands for; a carriage return there only ever comes beside a line break."""
    character = chr(int(code, 16))
    return "" if character == "\r" or "\ud800" <= character <= "\udfff" else character


def _is_visible(character: str) -> bool:
    if character in _KEPT_CONTROLS or character == " ":
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs", "Cn"}
