"""Where the project lies and where everything that changes is kept."""

from pathlib import Path

from gongshi.settings import env

ROOT = Path(__file__).resolve().parents[3]
VAR_DIR = env.path("GONGSHI_VAR_DIR", ROOT / "var", "folder of everything that changes: database, files, logs, inbox")
BASE_PATH = env.text(
    "GONGSHI_BASE_PATH", "", "path under which a portal shows this column, such as /xzzfgs; empty at the root"
).rstrip("/")
