"""What every record that the bureau discloses has in common: who, window, disclosure decision, projection."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState

from pages.base import sockets
from pages.base.announcing import page_saved
from pages.base.deadlines import deadline_of
from pages.base.testers import RecordTester
from records.models.release import NotReleasedError, Release
from rules.models.publication_settings import PublicationSettings
from rules.validators import validate_credit_code
from rules.windows import SHANGHAI, NoWindowRuleError, Window, WindowCase, WindowTable


class Disclosure(models.TextChoices):
    """Whether a record is made public; a recorded decision, not an automatism (law.md 2)."""

    PUBLIC = "public", _("Public")
    NOT_PUBLIC = "not_public", _("Not public")


def kind_below(parent: Any) -> str:
    """The kind of the records below a section or an archive; empty below any other page."""
    specific = parent.specific
    if hasattr(specific, "year"):
        specific = specific.get_parent().specific
    return str(getattr(specific, "kind", ""))


def _is_pinned(revision: Any) -> bool:
    """Whether a version was let out, waits for its start, or lies before an examiner."""
    if revision is None:
        return False
    if revision.approved_go_live_at is not None or Release.objects.filter(revision_id=revision.pk).exists():
        return True
    return bool(TaskState.objects.filter(revision_id=revision.pk).exists())


class DisclosurePage(Page):
    """Abstract base of disclosed records.

    Saving writes the public projection in the same transaction, so no path through Wagtail can show what the projection
    does not hold. The page itself is never served: the public reads the record (see ``pages.projection``).
    """

    kind = ""  # of the projection; each concrete class names its own
    is_copyable = True  # not where a key of its own must never be twice
    ends_by_withdrawal = False  # a decision: its end is the law's business (changed, revoked, void, published in error)

    agency = models.ForeignKey(
        "pages.AgencyPage",
        verbose_name=_("Authority"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    agency_name = models.CharField(_("Name of authority"), max_length=255, blank=True)
    agency_code = models.CharField(
        _("Credit code of authority"), max_length=18, blank=True, validators=[validate_credit_code]
    )
    source_name = models.CharField(_("Source of data"), max_length=200, blank=True)
    source_code = models.CharField(
        _("Credit code of source"), max_length=18, blank=True, validators=[validate_credit_code]
    )
    disclosure = models.CharField(_("Disclosure"), max_length=16, choices=Disclosure.choices, default=Disclosure.PUBLIC)
    disclosure_basis = models.TextField(_("Basis of disclosure"), blank=True)
    natural_key = models.CharField(max_length=400, null=True, blank=True, unique=True, editable=False)
    window_rule = models.ForeignKey(
        "rules.WindowRule",
        verbose_name=_("Window rule"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Which row gives the end and which the shortest time are two questions: a cap or a person may give the end.
    minimum_rule = models.ForeignKey(
        "rules.WindowRule",
        verbose_name=_("Rule of the shortest time"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    publish_due_on = models.DateField(_("To be published by"), null=True, blank=True, editable=False, db_index=True)
    due_provisional = models.BooleanField(_("Provisional"), default=False, editable=False)
    due_rule = models.ForeignKey(
        "rules.DeadlineRule",
        verbose_name=_("Deadline"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    window_reason = models.TextField(
        _("Reason for another window"), blank=True, help_text=_("Needed for a window longer than the rule allows.")
    )
    window_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Window decided by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Publication by import approved by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_source = models.CharField(max_length=200, blank=True, editable=False)
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)

    # A copy is a new record: it must not claim the number, the approval or the window of the first.
    exclude_fields_in_copy = [
        "natural_key",
        "publish_due_on",
        "due_provisional",
        "due_rule",
        "window_rule",
        "minimum_rule",
        "window_reason",
        "window_decided_by",
        "approved_by",
        "approved_source",
        "approved_at",
        "go_live_at",
        "expire_at",
    ]
    search_fields: ClassVar[list[Any]] = []
    private_page_options: ClassVar[list[str]] = []
    is_creatable = False
    # Set while ``pages.acts.release`` makes this version live; one that is let out after its end has no release.
    passed_release: bool = False
    release_in_hand: Any = None
    # The address follows from the number, so there is nothing to promote.
    promote_panels: ClassVar[list[Any]] = []
    preview_modes: ClassVar[list[Any]] = [("", _("As the public sees it"))]
    # Wagtail ships no types; these columns of its page are named here for the type checker.
    if TYPE_CHECKING:
        title: str
        slug: str
        expire_at: Any
        go_live_at: Any
        first_published_at: Any
        live: bool
        live_revision_id: Any
        alias_of_id: Any
        last_published_at: Any
        expired: bool

    class Meta:
        abstract = True

    def compute(self) -> None:
        """Fill what follows from other fields (window; concrete classes add number, natural key, title)."""
        self.apply_window()
        self.apply_deadline()

    def apply_deadline(self) -> None:
        """Set by when the law wants the record public; nothing for one that is not to be public."""
        due = deadline_of(self.kind, getattr(self, "decided_on", None)) if self.disclosure == "public" else None
        self.publish_due_on = due.due if due else None
        self.due_provisional = due is not None and not due.complete
        self.due_rule_id = due.rule_id if due else None

    @classmethod
    def can_exist_under(cls, parent: Any) -> bool:
        """Only in the section of its kind, or in an archive of that section."""
        return super().can_exist_under(parent) and cls.kind == kind_below(parent)

    def window_case(self) -> WindowCase | None:
        """What the rule table asks about this record; None while the decision date is unknown."""
        day = getattr(self, "decided_on", None)
        return WindowCase(act=self.kind, decided_on=day) if day else None

    # What the projection asks of every page; see ``records.types``. Concrete classes say more where they have more.

    def public_parties(self) -> list[Any]:
        """Parties as ``pages.base.parties.Party``; none by default."""
        return []

    def named_documents(self) -> list[tuple[str, Any]]:
        """Files with a field of their own that are public with the record, each with its title."""
        return []

    def private_names(self) -> list[tuple[str, str]]:
        """Further names of persons that stand in the texts, each with its form (``privacy.masking``)."""
        return []

    def is_hidden(self, now: Any) -> bool:
        """Whether something else keeps it from the public: a decision of which it tells that is not public."""
        return False

    def starts_at(self, start: Any) -> Any:
        """The start of publicity, when it cannot be before something else."""
        return start

    def public_title(self, masker: Any) -> str:
        """The title as the public reads it."""
        return str(masker(self.title))

    def public_images(self) -> list[int]:
        """Ids of the pictures that the public sees with the record."""
        return []

    def amount_fen(self) -> int | None:
        """The amount by which records are ordered, in fen."""
        return None

    def heed_others(self) -> None:
        """Follow what others say of it, when a version that was let out is read again; nothing by default."""

    def apply_window(self) -> None:
        """Set the end of publicity from the rules, unless a person gave a reason for another one."""
        case = self.window_case()
        if case is None:
            return
        window = self._proposed_window(case)
        self.minimum_rule = window.regime if window else None
        if self.window_reason and self.expire_at:
            return
        # A draft may wait for its rule; it cannot be published without an end (see the projectors).
        self.expire_at, self.window_rule = (window.visible_to, window.rule) if window else (None, None)

    def _proposed_window(self, case: WindowCase) -> Window | None:
        try:
            return self.window_table().propose(case, self.becomes_public_on())
        except NoWindowRuleError:
            return None

    def window_table(self) -> WindowTable:
        """The rule table in use, under the settings of the column."""
        settings: PublicationSettings = PublicationSettings.load()
        return settings.window_table()

    def becomes_public_on(self) -> date:
        """The day of its first publication: the one that was, the one that is set, or today."""
        start = self.first_published_at or self.go_live_at or timezone.now()
        return start.astimezone(SHANGHAI).date()

    def minimal_clean(self) -> None:
        """Wagtail's check of a draft, which wants a title: it follows from the facts."""
        self.compute()
        super().minimal_clean()

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the computed fields right in the revision too; a version that was let out is never written over."""
        self.compute()
        with transaction.atomic():
            if _is_pinned(kwargs.get("overwrite_revision")):
                kwargs["overwrite_revision"] = None
            revision = super().save_revision(*args, **kwargs)
            self.after_revision()
        return revision

    def after_revision(self) -> None:
        """What belongs to a draft, but not into it; concrete classes say."""

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """What the public would see: the projection of this draft, never the draft itself."""
        return sockets.preview(request, self)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save and write the projection, both or neither.

        A partial save (``update_fields``) is Wagtail's own book-keeping of drafts and changes nothing public.
        """
        partial = kwargs.get("update_fields") is not None
        with transaction.atomic():
            if not partial:
                if not self.passed_release:
                    self.compute()
                self._demand_release()
                self._heed_end()
            result = super().save(*args, **kwargs)
            if not partial:
                page_saved.send(type(self), page=self)
        return result

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A version over the page as it stands; what is live is no part of it (Wagtail takes it from the version)."""
        version = super().with_content_json(content)
        version.live_revision_id = self.live_revision_id
        version.last_published_at, version.expired = self.last_published_at, self.expired
        return version

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> None:
        """Wagtail's ways to publish lead into the one release. Raises ``ReleaseRefusedError``, ``PermissionDenied``."""
        kwargs.pop("skip_permission_checks", None)
        sockets.release(revision, user=user, **kwargs)

    def permissions_for_user(self, user: Any) -> RecordTester:
        """Wagtail's rights, without the acts that lead past ours."""
        return RecordTester(user, self)

    def _demand_release(self) -> None:
        """Nothing is live by being made or saved: only what was let out is."""
        if self.alias_of_id is not None:
            raise NotReleasedError
        if self._state.adding:
            self.live = False
        elif self.live and not self.passed_release and not self._is_live_already():
            raise NotReleasedError

    def _is_live_already(self) -> bool:
        """A version that went out once may stay; it does not come back by being saved."""
        stays = Page.objects.filter(pk=self.pk, live=True, live_revision_id=self.live_revision_id).exists()
        return stays and Release.objects.newest_of(self.pk, self.live_revision_id) is not None

    def _heed_end(self) -> None:
        """Wagtail's publish makes a page live even when its end is past; such a page stays over."""
        if self.live and self.expire_at is not None and self.expire_at <= timezone.now():
            self.live, self.expired = False, True

    def route(self, request: Any, path_components: list[str]) -> Any:
        """Never serve a page: its address is answered from the projection before Wagtail's tree is asked."""
        raise Http404
