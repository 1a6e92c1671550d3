#!/usr/bin/env python
"""Django's command line for Gongshi."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    # The source roots are named by .venv's .pth file too; this keeps `python manage.py` working without it.
    for source_root in (ROOT / "site", ROOT):
        if str(source_root) not in sys.path:
            sys.path.insert(0, str(source_root))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongshi.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
