"""What ``./run`` does once packages are installed: prepare the site, start its programs, keep them running."""

import argparse
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from filelock import FileLock, Timeout

from gongshi.catalogues import compile_catalogues
from gongshi.servers import Server, ServerError, start_elasticsearch
from gongshi.settings import env
from gongshi.settings.paths import ROOT, VAR_DIR
from gongshi.start_secrets import secrets_of
from gongshi.supervisor import Part, PartFailedError, Supervisor

HOST = env.text("GONGSHI_BIND", "127.0.0.1", "address on which ./run listens")
START_SECONDS = env.number("GONGSHI_START_SECONDS", 300, "seconds that ./run gives the web server to answer")
PYTHON = sys.executable
# What --fresh throws away: everything the site made, not what somebody else put into var/, and no backup. The journal
# of take-downs goes too: it names records of the old database.
MADE = (
    *("beat", "broker", "closed", "elasticsearch", "imports", "inbox", "journal", "log", "media", "static"),
    *("login.txt", "sample.done", "secrets.env"),
)


def main() -> int:
    """Run; exit code 0 after a stop by signal, 1 with a sentence on standard error when something failed."""
    options = _options()
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(VAR_DIR / "run.lock", timeout=0):
            return _run(options)
    except Timeout:
        return _fail("Gongshi runs already from this folder (var/run.lock)")
    except (ServerError, PartFailedError) as error:
        return _fail(str(error))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run", description="Start Gongshi: web server, workers and scheduler.")
    parser.add_argument("--port", type=int, default=8000, help="port of the web server (8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the data in var/ away and begin anew")
    parser.add_argument("--prepare", action="store_true", help="do everything but starting")
    parser.add_argument("--elasticsearch", action="store_true", help="fetch and start Elasticsearch, search with it")
    return parser.parse_args()


def _run(options: argparse.Namespace) -> int:
    if not options.prepare and _taken(options.port):
        return _fail(f"port {options.port} is in use; choose another: ./run --port {options.port + 1}")
    if options.fresh:
        _throw_away()
    compile_catalogues()
    supervisor = Supervisor(VAR_DIR / "log", _environment(options.port), _say)
    supervisor.heed_signals()
    server = _elasticsearch(supervisor) if options.elasticsearch else None
    try:
        return _prepare(supervisor, server) or (0 if options.prepare else _serve(supervisor, options.port))
    finally:
        supervisor.stop()
        if server:
            server.stop()


def _environment(port: int) -> dict[str, str]:
    """What the parts are told where the caller's own variables say nothing."""
    return {
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
        "GONGSHI_SITE_URL": f"http://{_shown_host()}:{port}",
        **secrets_of(VAR_DIR / "secrets.env"),
    }


def _elasticsearch(supervisor: Supervisor) -> Server:
    _say("Starting Elasticsearch (the first time it is fetched: 100 MB)")
    server = start_elasticsearch(VAR_DIR / "elasticsearch")
    supervisor.environment["GONGSHI_ELASTICSEARCH_URL"] = server.url
    return server


def _prepare(supervisor: Supervisor, server: Server | None) -> int:
    """Migrate, load the sample once, make the login; with Elasticsearch bring its index up to date."""
    code = _manage(supervisor, "prepare_site")
    # An index that is there is compared and mended; without one, or with one past mending, a new one is built.
    if server and not code and _manage(supervisor, "reconcile", "--repair"):
        code = _manage(supervisor, "reindex")
    return code


def _manage(supervisor: Supervisor, *command: str) -> int:
    return subprocess.run([PYTHON, "manage.py", *command], cwd=ROOT, env=supervisor.environment, check=False).returncode


def _serve(supervisor: Supervisor, port: int) -> int:
    for part in parts(port):
        if not supervisor.stopping:
            supervisor.start(part)
    address = f"http://{_shown_host()}:{port}"
    if supervisor.wait_for(lambda: _answers(f"{address}/"), START_SECONDS, "the web server to answer"):
        _greet(address)
        supervisor.watch()
    elif not supervisor.stopping:
        told = supervisor.tail("web") or "its log is empty"
        raise PartFailedError(f"web did not answer within {START_SECONDS} seconds (var/log/web.log):\n{told}")
    _say("Stopping")
    return 0


def parts(port: int) -> tuple[Part, ...]:
    """The programs of the site in the order of their start: web, a worker for each queue, the scheduler."""
    programs = Path(PYTHON).parent
    web = [str(programs / "gunicorn"), "gongshi.wsgi", "--bind", f"{HOST}:{port}"]
    celery = [str(programs / "celery"), "-A", "gongshi"]
    worker = [*celery, "worker", "--concurrency", "1", "--loglevel", "INFO"]
    return (
        # How many processes and threads: gunicorn.conf.py.
        Part("web", [*web, "--preload", "--no-control-socket"]),
        # Takes many messages at a look: those of one job that waited together are done with at once.
        Part("clock", [*worker, "--queues", "clock", "--hostname", "clock@%h", "--prefetch-multiplier", "16"]),
        Part("worker", [*worker, "--queues", "bulk", "--hostname", "bulk@%h"]),
        Part("beat", [*celery, "beat", "--loglevel", "INFO"]),
    )


def _greet(address: str) -> None:
    login = (VAR_DIR / "login.txt").read_text(encoding="utf-8").strip()
    _say(f"Public site:  {address}/\nAdmin:        {address}/admin/\n{login}\nLogs: var/log/   Stop: Ctrl-C")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        # It runs and says no: the reason stands in web.log.
        raise PartFailedError(f"web answers {error.code} at {address}: see var/log/web.log") from error
    except OSError:
        return False


def _shown_host() -> str:
    return "127.0.0.1" if HOST in {"0.0.0.0", "::"} else HOST  # noqa: S104 - compared, not bound


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _throw_away() -> None:
    for path in (*VAR_DIR.glob("gongshi.sqlite3*"), *(VAR_DIR / name for name in MADE)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _say(text: str) -> None:
    print(text, flush=True)


def _fail(text: str) -> int:
    print(f"./run: {text}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
