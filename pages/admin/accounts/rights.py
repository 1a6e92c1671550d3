"""What a person may do, as one value that can be compared with another's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, GroupSitePermission, Page

from pages.acts.review import PublicityReview

# A right that holds at a place and below it: (tree path, key of the permission).
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Rights:
    """``plain``: keys of permissions; the others hold at pages, collections (tree paths) and sites (keys)."""

    plain: frozenset[int] = frozenset()
    pages: frozenset[Place] = frozenset()
    collections: frozenset[Place] = frozenset()
    sites: frozenset[tuple[int, int]] = frozenset()
    everything: bool = False

    def __or__(self, other: "Rights") -> "Rights":
        return Rights(
            self.plain | other.plain,
            self.pages | other.pages,
            self.collections | other.collections,
            self.sites | other.sites,
            self.everything or other.everything,
        )

    def cover(self, other: "Rights") -> bool:
        """Whether whoever has these may do all that the other may."""
        if self.everything or other.everything:
            return self.everything
        return (
            other.plain <= self.plain
            and other.sites <= self.sites
            and all(holds(self.pages, place) for place in other.pages)
            and all(holds(self.collections, place) for place in other.collections)
        )


def holds(held: Iterable[Place], wanted: Place) -> bool:
    """Whether a right at a place follows from rights held there or above it."""
    path, permission = wanted
    return any(permission == own and path.startswith(above) for above, own in held)


def rights_by_group() -> dict[int, Rights]:
    """The rights that each group gives, by its key (a handful of queries, however many groups there are)."""
    plain = _gather(Group.permissions.through.objects.values_list("group_id", "permission_id"))
    pages = _gather(_places(GroupPagePermission, "page__path") | _review_places())
    collections = _gather(_places(GroupCollectionPermission, "collection__path"))
    sites = _gather(_places(GroupSitePermission, "site_id"))
    return {
        group: Rights(plain[group], pages[group], collections[group], sites[group])
        for group in Group.objects.values_list("pk", flat=True)
    }


def rights_of(user: Any, by_group: dict[int, Rights]) -> Rights:
    """What a person may do, or could do once her account is active again."""
    own = Rights(plain=frozenset(one.pk for one in user.user_permissions.all()), everything=user.is_superuser)
    return reduce(Rights.__or__, (by_group[group.pk] for group in user.groups.all() if group.pk in by_group), own)


def _places(model: Any, place: str) -> set[tuple[int, Place]]:
    return {
        (group, (at, permission)) for group, at, permission in model.objects.values_list("group", place, "permission")
    }


def _review_places() -> set[tuple[int, Place]]:
    """Approval in a review publishes, so who is asked for it may publish as far as Wagtail's workflows reach."""
    root = Page.get_first_root_node()
    publish = Permission.objects.filter(content_type__app_label="wagtailcore", codename="publish_page").first()
    if root is None or publish is None:
        return set()
    reviewers = {
        group
        for task in (PublicityReview, GroupApprovalTask)
        for group in task.objects.filter(active=True, groups__isnull=False).values_list("groups", flat=True)
    }
    return {(group, (root.path, publish.pk)) for group in reviewers}


def _gather(rows: Iterable[tuple[int, Any]]) -> dict[int, frozenset[Any]]:
    found: dict[int, set[Any]] = defaultdict(set)
    for group, right in rows:
        found[group].add(right)
    return defaultdict(frozenset, {group: frozenset(rights) for group, rights in found.items()})
