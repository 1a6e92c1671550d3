"""The site as a bureau runs it: production settings, gunicorn, and the shipped nginx configuration in front."""

import base64
import os
import re
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from gongshi.servers.places import free_port, program
from gongshi.supervisor import Part, Supervisor

ROOT = Path(settings.ROOT)
SHIPPED = ROOT / "deploy" / "nginx" / "gongshi.conf"
_END = "UPDATE records_publicrecord SET visible_to = ?, updated_at = ?, version = version + 1 WHERE path = ?"
_MAIN = """\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log info;
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/gongshi.conf;
}}
"""


@dataclass
class House:
    """A site in a folder of its own, behind nginx on ``port``."""

    folder: Path
    base_path: str = ""
    port: int = field(default_factory=free_port)
    behind: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.var = self.folder / "var"
        self.var.mkdir()
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GONGSHI_")}
        self.environment |= {
            "DJANGO_SETTINGS_MODULE": "gongshi.settings.production",
            "GONGSHI_VAR_DIR": str(self.var),
            "GONGSHI_SECRET_KEY": secrets.token_urlsafe(50),
            "GONGSHI_IDENTITY_KEYS": base64.urlsafe_b64encode(os.urandom(32)).decode(),
            "GONGSHI_SITE_URL": f"http://127.0.0.1:{self.port}",
            "GONGSHI_BASE_PATH": self.base_path,
            "GONGSHI_FILES_ACCEL_PREFIX": "/protected-media/",
        }

    def manage(self, *arguments: str) -> None:
        """Run a management command."""
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def python(self, code: str) -> str:
        """Run code with Django set up; what it prints."""
        start = "import django; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", start + code],
            cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def end_at(self, moment: datetime, path: str) -> None:
        """Move the end of one record's window to this moment (aware, UTC), as an editor's act would."""
        with sqlite3.connect(self.var / "gongshi.sqlite3") as database:
            end, now = (at.strftime("%Y-%m-%d %H:%M:%S.%f") for at in (moment, datetime.now(UTC)))
            database.execute(_END, (end, now, path))

    def nginx_configuration(self) -> Path:
        """The shipped file with this house's ports and folders, and nothing else changed."""
        text = SHIPPED.read_text(encoding="utf-8")
        text = text.replace("127.0.0.1:8000", f"127.0.0.1:{self.behind}")
        text = text.replace("    listen 80;\n    listen [::]:80;\n", f"    listen 127.0.0.1:{self.port};\n")
        text = text.replace("gongshi.example.gov.cn", "127.0.0.1")
        text = text.replace("/var/lib/gongshi", str(self.var))
        text = text.replace("/var/log/nginx", str(self.folder)).replace("/var/cache/nginx", str(self.folder))
        if self.base_path:
            text = re.sub(r"# (rewrite \^)/xzzfgs", rf"\1{self.base_path}", text)
        (self.folder / "gongshi.conf").write_text(text, encoding="utf-8")
        main = self.folder / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        main.write_text(_MAIN.format(folder=self.folder, user=user), encoding="utf-8")
        return main


@contextmanager
def open_house(house: House) -> Iterator[House]:
    """Start gunicorn and nginx on a migrated site; stop them afterwards."""
    supervisor = Supervisor(house.folder / "log", {})
    supervisor.environment = house.environment
    gunicorn = [sys.executable, "-m", "gunicorn", "gongshi.wsgi", "--chdir", str(ROOT), "--workers", "2"]
    web = Part("web", [*gunicorn, "--threads", "4", "--bind", f"127.0.0.1:{house.behind}"])
    nginx = [program("nginx", "nginx", "usr/sbin"), "-p", str(house.folder), "-c", str(house.nginx_configuration())]
    try:
        supervisor.start(web)
        supervisor.start(Part("nginx", nginx))
        log = house.folder / "log" / "web.log"
        assert supervisor.wait_for(lambda: log.read_text().count("Booting worker") >= 2, 60), log.read_text()
        yield house
    finally:
        supervisor.stop()
