"""A test runs in one transaction that is taken back; this lets what it has written count as committed."""

from django.db import connection

from records import changes, counts


def commit() -> None:
    """The next writing is one of another transaction, and what is read from here on may be kept."""
    connection.check_constraints()
    counts.forget()
    counts._written_in.set(None)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for topic in (changes.RECORDS, changes.FRAME):
                cursor.execute("SELECT set_config(%s, '', true)", [f"gongshi.counted_{topic}"])
