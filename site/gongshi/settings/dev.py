"""The embedded default: one machine, no other server, also what ``./run`` starts.

``DEBUG`` stays off: people try the product with it, and a debug page would tell a stranger everything.
"""

from gongshi.settings.base import shared

globals().update(shared())
