"""How late the clock runs while a long import goes on: the real programs of ``./run``, in real seconds.

    GONGSHI_VAR_DIR=/tmp/soak python tests/tools/clock.py --seconds 1800 --rows 5000 --port 8099

starts a site there, imports so many permits into it through the worker, and prints for each job of the clock how often
it came to its end and how late it was at worst.
"""

import argparse
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
# Job and the seconds between its messages (gongshi/settings).
JOBS = {"publish": 60, "import-inboxes": 60, "health": 60, "sweep-outbox": 10}
PERMIT = {
    "行政相对人名称": "盘锦澜岚建筑工程有限公司",
    "行政相对人类别": "法人及非法人组织",
    "行政相对人代码_1(统一社会信用代码)": "91211103MA0YQ3X22Y",
    "行政许可决定文书名称": "建筑工程施工许可决定书",
    "许可类别": "普通",
    "许可内容": "准予辽滨嘉园二期3号住宅楼工程施工。",
    "许可决定日期": "2026/03/16",
    "有效期自": "2026/03/16",
    "有效期至": "2028/03/15",
    "许可机关": "兴隆台区住房和城乡建设局",
    "当前状态": "1",
    "数据来源单位": "兴隆台区住房和城乡建设局",
}
SEND = """
import sys, django
django.setup()
from itertools import pairwise
from pathlib import Path
from django.contrib.auth import get_user_model
from importers.defaults import source_of
from importers.models import Channel, RunState
from importers.sending import blocks_of, send_file
from importers.tasks import hand_over
user = get_user_model().objects.filter(is_superuser=True).first()
user = user or get_user_model().objects.create_superuser("clock", password="!")
path = Path(sys.argv[1])
source = source_of(Channel.UPLOAD, "permit")
run = send_file(blocks_of(path), path.name, source=source, user=user, publish=True, state=RunState.APPLYING)
hand_over(run)
"""


def write_permits(path: Path, rows: int) -> Path:
    """A file of so many permits, each with a number of its own."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append([*PERMIT, "行政许可决定文书号"])
    for number in range(1, rows + 1):
        sheet.append([*PERMIT.values(), f"兴住建许字〔2026〕{number}号"])
    workbook.save(path)
    return path


def send(path: Path, environment: dict[str, str]) -> None:
    """Have the worker import a file at once."""
    subprocess.run([sys.executable, "-c", SEND, str(path)], cwd=ROOT, env=environment, check=True)


def _seconds(stored: str) -> float:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC).timestamp()


@dataclass
class Watch:
    """Reads from the side what the site's database says of jobs and of the newest import."""

    database: Path
    ends: dict[str, list[float]] = field(default_factory=dict)

    def _ask(self, question: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=20)) as connection:
            return connection.execute(question).fetchall()

    def jobs(self) -> dict[str, float]:
        """Job and its last end in seconds of the epoch; remembers every end it sees."""
        found = {}
        for job, ended in self._ask("SELECT job, ended_at FROM records_scheduleslot WHERE ended_at IS NOT NULL"):
            found[job] = _seconds(ended)
            seen = self.ends.setdefault(job, [])
            if not seen or seen[-1] != found[job]:
                seen.append(found[job])
        return found

    def run(self) -> tuple[str, int, int]:
        """State, progress and total of the newest import."""
        rows = self._ask("SELECT state, progress, total FROM importers_importrun ORDER BY id DESC LIMIT 1")
        return rows[0] if rows else ("", 0, 0)

    def finished(self) -> float | None:
        """When the newest import ended, in seconds of the epoch."""
        rows = self._ask("SELECT finished_at FROM importers_importrun ORDER BY id DESC LIMIT 1")
        return _seconds(rows[0][0]) if rows and rows[0][0] else None

    def published(self) -> int:
        """Runs of the scheduler that left a row."""
        return self._ask("SELECT count(*) FROM records_schedulerrun")[0][0]

    def lateness(self, began: float, ended: float) -> dict[str, float]:
        """For each job of the clock, by how many seconds it was late at worst."""
        worst = {}
        for job, interval in JOBS.items():
            marks = [began, *(end for end in self.ends.get(job, []) if end > began), ended]
            worst[job] = max(max(later - earlier for earlier, later in pairwise(marks)) - interval, 0)
        return worst


def soak(var: Path, seconds: float, rows: int, port: int) -> dict[str, Any]:
    """Run the site for so long with an import of so many rows; what was measured. Raises on a site that died."""
    environment = {**os.environ, "GONGSHI_VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev"}
    environment["PYTHONPATH"] = f"{ROOT}{os.pathsep}{ROOT / 'site'}"
    var.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "gongshi.start", "--port", str(port)]
    site = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert site.stdout
        for line in site.stdout:
            if "Stop: Ctrl-C" in line:
                break
        send(write_permits(var / "permits.xlsx", rows), environment)
        return _measure(site, Watch(var / "gongshi.sqlite3"), var, seconds)
    finally:
        site.send_signal(signal.SIGINT)
        site.wait(60)


def _measure(site: subprocess.Popen[str], watch: Watch, var: Path, seconds: float) -> dict[str, Any]:
    began, waiting, import_ended = time.time(), 0, 0.0
    while time.time() < began + seconds:
        assert site.poll() is None, "the site has ended"
        watch.jobs()
        waiting = max(waiting, len(list((var / "broker" / "queue").glob("*.msg"))))
        if not import_ended and watch.run()[0] == "done":
            import_ended = time.time() - began
        time.sleep(0.5)
    late = watch.lateness(began, time.time())
    logs = "".join(path.read_text(errors="replace") for path in (var / "log").glob("*.log"))
    return {
        "seconds": round(time.time() - began),
        "import": {"state": watch.run(), "seconds": round(import_ended)},
        "late": {job: round(worst, 1) for job, worst in late.items()},
        "ends": {job: len(watch.ends.get(job, [])) for job in JOBS},
        "most_messages_waiting": waiting,
        "wakes_of_search": logs.count("Task search.tasks.follow"),
        "write_lock_held_long": [line for line in logs.splitlines() if "write lock was held" in line],
    }


def main() -> int:
    """Print the figures; code 1 when a job was later than 90 seconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--port", type=int, default=8099)
    options = parser.parse_args()
    found = soak(Path(os.environ["GONGSHI_VAR_DIR"]), options.seconds, options.rows, options.port)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 1 if max(found["late"].values()) > 90 else 0


if __name__ == "__main__":
    sys.exit(main())
