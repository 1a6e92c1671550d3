"""`manage.py explain`: why does it say that? One module for each question; each registers its subcommand."""
