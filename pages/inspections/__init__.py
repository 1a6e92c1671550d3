"""Tasks of 双随机: rosters read, tasks gathered for ``pages.lottery``, results begun for what was drawn."""
