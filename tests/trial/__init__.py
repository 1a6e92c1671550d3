"""A kind of record that no bureau has: what one more kind costs, and that the contract of the real ones holds for it.

Its tests: ``pytest --ds=tests.trial.settings tests/integration/kinds``.
"""
