"""What stands below the title of a penalty decision in lists."""

from django.utils.translation import gettext as _

from records.models.publication import PublicRecord
from records.templatetags.display import fen
from records.tones import Tag, of_terms
from rules.models.terms import Vocabulary

_TONE = of_terms(Vocabulary.PENALTY_TYPE)


def penalty_tags(record: PublicRecord) -> list[Tag]:
    """Each amount, then the kinds of penalty that no amount tells."""
    amounts = ((_("Fine"), "fine", "fine"), (_("Confiscation"), "confiscated", "confiscate_gains"))
    tags = [
        Tag(label, _TONE(code), fen(amount)) for label, name, code in amounts if (amount := record.fields.get(name))
    ]
    return [*tags, *(Tag(label, _TONE(label)) for label in plain_types(record))]


def plain_types(record: PublicRecord) -> list[str]:
    """Kinds of penalty that are not already told by an amount."""
    told = {"罚款"} if record.fields.get("fine") else set()
    if record.fields.get("confiscated"):
        told |= {"没收违法所得", "没收非法财物"}
    return [label for label in record.penalty_types if label not in told]
