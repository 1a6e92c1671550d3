"""What the pages ask of this floor."""

from pages.acts.release import release_one
from pages.acts.release.reviews import release_approved
from pages.base import sockets

sockets.release.plug(release_one)
sockets.finish_review.plug(release_approved)
