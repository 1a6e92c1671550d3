"""First rows of vocabularies and rules; an administrator changes them afterwards, a migration never overwrites them."""
