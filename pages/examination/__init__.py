"""Personal information in what is about to be published: where it stands, who decided about it, what is still open."""

# Who may clear a doubtful place, and confirm a file as its second reader.
PERMISSION = "privacy.clear_privacy_hit"
