"""Django's backend of SQLite with a line in which writers wait for each other.

SQLite itself lets a writer that finds the database locked sleep and try again, up to 100 ms at a time. Who writes one
transaction after the other, as an import does, takes the lock again within the sleep of the others: an editor waits for
seconds, or until the time-out. In the line who comes back stands behind who waits.
"""
