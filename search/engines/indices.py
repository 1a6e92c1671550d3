"""The indices behind an alias of Elasticsearch: which there are, whether they fit this program, making and switching.

Nothing here or elsewhere writes to an index by its own name, and every write asks for an alias (``require_alias``): an
index that was lost is missed, never made again with guessed fields. Only a rebuild makes one.
"""

import secrets
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from elasticsearch import Elasticsearch, NotFoundError

from records.models import PublicRecord
from search.engines.base import EngineUnavailableError, IndexLostError
from search.mapping import MAPPING_VERSION, index_mapping, index_settings


class Indices:
    """What is behind the aliases ``alias`` (which answers) and ``alias-next`` (which a rebuild fills)."""

    def __init__(self, client: Elasticsearch, alias: str, shards: int, replicas: int) -> None:
        self.alias, self.next = alias, f"{alias}-next"
        self._client, self._shards, self._replicas = client, shards, replicas
        self._versions: dict[str, str] = {}

    def targets(self) -> dict[str, str]:
        """The aliases that a write goes to now, each with its index; one with two is an ``EngineUnavailableError``."""
        # A plain name that is missing would be an error.
        known = self._client.indices.get_alias(name=f"{self.alias}*").body
        found: dict[str, str] = {}
        for index, held in known.items():
            for alias in {self.alias, self.next} & set(held["aliases"]):
                if alias in found:
                    raise EngineUnavailableError(f"the alias {alias} has two indices: {found[alias]}, {index}")
                found[alias] = index
        return found

    def ready_targets(self) -> dict[str, str]:
        """The same, fit to take what this program writes; raises ``IndexLostError`` when they are not."""
        found = self.targets()
        if self.alias not in found:
            raise IndexLostError(f"there is no index behind {self.alias}")
        for index in found.values():
            if self._version(index) != MAPPING_VERSION:
                raise IndexLostError(f"{index} was made for another version of the program")
        return found

    def _version(self, index: str) -> str:
        """The version an index was made with; no index changes it, and no name is used twice."""
        if index not in self._versions:
            mapping = self._client.indices.get_mapping(index=index).body[index]["mappings"]
            self._versions[index] = str(mapping.get("_meta", {}).get("version", ""))
        return self._versions[index]

    def lost(self, now: datetime) -> str:
        """Why nobody may be answered from the index; the empty text when all is well."""
        try:
            self.ready_targets()
        except IndexLostError as error:
            return str(error)
        if not self.count(now) and PublicRecord.objects.public(now).exists():
            return f"the index behind {self.alias} is empty"
        return ""

    def count(self, now: datetime) -> int:
        """How many records the index shows at this moment."""
        moment = now.isoformat()
        shown = [
            {"term": {"state": "public"}},
            {"range": {"visible_from": {"lte": moment}}},
            {"range": {"visible_to": {"gt": moment}}},
        ]
        return int(self._client.count(index=self.alias, query={"bool": {"filter": shown}})["count"])

    def make_next(self) -> str:
        """Make an empty index behind ``next``; what an earlier rebuild left there is removed."""
        self.drop_leftovers()
        if self._client.indices.exists(index=self.alias) and self.alias not in self.targets():
            raise EngineUnavailableError(
                _("An index named %(name)s stands where the alias belongs. Rename or delete it.") % {"name": self.alias}
            )
        index = f"{self.alias}-v{timezone.now():%Y%m%d%H%M%S}-{secrets.token_hex(3)}"  # never a name twice
        self._client.indices.create(
            index=index,
            settings=index_settings(self._shards, self._replicas),
            mappings={**index_mapping().to_dict(), "_meta": {"version": MAPPING_VERSION, "alias": self.alias}},
            aliases={self.next: {}},
        )
        return index

    def switch(self, fresh: str) -> None:
        """Let the alias point to this index alone, in one act; fails when another rebuild has taken ``next`` away."""
        old = [index for index in self._behind(self.alias) if index != fresh]
        actions: list[dict[str, Any]] = [{"remove": {"index": index, "alias": self.alias}} for index in old]
        actions += [
            {"remove": {"index": fresh, "alias": self.next, "must_exist": True}},
            {"add": {"index": fresh, "alias": self.alias}},
        ]
        self._client.indices.update_aliases(actions=actions)
        self._drop(old)

    def has_leftovers(self) -> bool:
        """Did a rebuild leave something behind, or does one run?"""
        return bool(self._leftovers())

    def drop_leftovers(self) -> None:
        """Remove what rebuilds left that were killed, and indices that lost their alias. Only under the lock."""
        self._drop(self._leftovers())

    def _leftovers(self) -> list[str]:
        ours = self._client.indices.get_mapping(index=f"{self.alias}-v*", allow_no_indices=True).body
        made = {name for name, held in ours.items() if held["mappings"].get("_meta", {}).get("alias") == self.alias}
        return sorted((made | set(self._behind(self.next))) - set(self._behind(self.alias)))

    def _behind(self, alias: str) -> list[str]:
        try:
            return sorted(self._client.indices.get_alias(name=alias).body)
        except NotFoundError:
            return []

    def _drop(self, names: list[str]) -> None:
        for name in names:
            self._client.indices.delete(index=name, ignore_unavailable=True)

    def drop_all(self) -> None:
        """Remove everything of this alias (tests, benches)."""
        self._drop([*self._leftovers(), *self._behind(self.alias)])
