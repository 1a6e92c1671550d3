"""Doubtful places in decisions that an import brings: they stay drafts until somebody has decided."""

from collections.abc import Container
from typing import Any

from pages.examination.hits import cleared_digests, digest_of, public_numbers
from pages.examination.told import plain_texts
from pages.projection.context import ProjectionContext
from privacy.detection import Hit, detect
from privacy.detection.plain import plain, squeeze
from rules.naming import FULL


class ImportedTexts:
    """Asks for one act: settings and the bureau's own phones are read once."""

    def __init__(self, context: ProjectionContext) -> None:
        self._representatives = context.policy.representative != FULL
        self._public = public_numbers()

    def doubtful(self, data: Any, page_id: int | None = None) -> list[str]:
        """Names of those texts of the facts that hold a doubtful place which nobody has cleared for this page."""
        names = {squeeze(plain(name)) for party in data.parties for name in (party.name, party.representative)}
        found = {
            name: doubts
            for name in plain_texts(data.kind)
            if (text := getattr(data, name, "")) and (doubts := self._doubts(text, names | self._public))
        }
        if not found:
            return []
        cleared = cleared_digests(page_id)
        return [name for name, doubts in found.items() if any(digest_of(hit) not in cleared for hit in doubts)]

    def _doubts(self, text: str, known: Container[str]) -> list[Hit]:
        return [hit for hit in detect(text, known, self._representatives) if not hit.certain]
