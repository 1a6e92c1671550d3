"""Acts that fall due by time: first starts, scheduled changes, ends.

What the public sees does not wait for them (the projection is asked with the clock); they bring the pages' own state,
logs and the search engines in line.
"""
