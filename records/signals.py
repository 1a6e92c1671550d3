"""Signals of the projection, for those who must hear of an act (journal, caches, search)."""

from django.dispatch import Signal

# A record leaves the public before its window ends. Sent inside the act's transaction with `record`, `reason`, `now`.
record_taken_down = Signal()
# Records were written or changed. Sent inside the act's transaction with `keys`, `bulk` (bool) and `now`.
records_written = Signal()
# Pages were made in bulk, drafts included; Django's own signals say nothing of them. Sent inside the act's transaction
# with `page_ids`.
pages_made = Signal()
# What others hold of a record is no longer right: it was withdrawn, repaired or corrected. Sent inside the act's
# transaction with `record`, `cause` (``TaskCause``) and `now`.
record_outdated = Signal()
# Every index is made anew; those that are made of pages hear of it. Sent without a transaction.
reindexing = Signal()
