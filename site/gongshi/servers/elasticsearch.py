"""A real one-node Elasticsearch: the server zip that Elastic publishes on Maven Central, on a Java runtime of PyPI."""

import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from gongshi.servers.java import java_home
from gongshi.servers.places import cache_folder, free_port, private_folder, program, run_as
from gongshi.servers.places import own as give
from gongshi.servers.process import Server, ServerError, await_ready, launch

# Not every release has this zip (9.3.0 and 9.4.0 have none).
VERSION = "9.2.4"
_ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
# The module is not in the PyPI runtime; without it Elasticsearch merely computes vectors more slowly.
_ABSENT_MODULE = "jdk.incubator.vector"


def start_elasticsearch(folder: Path | None = None, port: int | None = None, heap: str = "512m") -> Server:
    """Start one node without passwords on 127.0.0.1, data in ``folder`` (temporary without one).

    Takes 9-14 s, the first time longer: the program (100 MB) is fetched into the cache.
    Raises ServerError when it cannot be had or does not start.
    """
    port = port or free_port()
    home = program_folder()
    java = java_home()
    place = private_folder(folder)
    _configure(place, home, port, heap)
    give(place)
    environment = {
        "ES_PATH_CONF": str(place / "config"),
        "ES_JAVA_HOME": str(java),
        "ES_TMPDIR": str(place / "tmp"),
        "ES_JAVA_OPTS": "",
    }
    process = launch([str(home / "bin" / "elasticsearch")], place, environment=environment, user=run_as())
    url = f"http://127.0.0.1:{port}"
    server = Server("Elasticsearch", url, process, place, temporary=folder is None)
    return await_ready(server, lambda: _answers(url), 120)


def program_folder() -> Path:
    """The unpacked program, fetched by Maven and unpacked once."""
    target = cache_folder() / f"elasticsearch-{VERSION}"
    if (target / "bin" / "elasticsearch").exists():
        return target
    archive = target.with_suffix(target.suffix + ".zip")
    if not archive.exists():
        _fetch(archive)
    # Unpacked beside and moved: two test runs may come here at once.
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(scratch)
        unpacked = Path(scratch) / f"elasticsearch-{VERSION}"
        _open_modes(unpacked)
        if not target.exists():
            unpacked.rename(target)
    return target


def _fetch(archive: Path) -> None:
    maven = program("mvn", "maven")
    copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        arguments = [maven, "-B", "-q", copy, f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={scratch}"]
        done = subprocess.run(arguments, cwd=scratch, capture_output=True, text=True, check=False)
        found = list(Path(scratch).glob("*.zip"))
        if done.returncode or not found:
            raise ServerError(f"Maven could not fetch {_ARTIFACT}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        shutil.move(found[0], archive)


def _open_modes(folder: Path) -> None:
    """Zip files carry no usable modes: everything readable, programs executable."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)


def _configure(place: Path, home: Path, port: int, heap: str) -> None:
    config = place / "config"
    shutil.copytree(home / "config", config, dirs_exist_ok=True)
    for name in ("data", "logs", "tmp"):
        (place / name).mkdir(exist_ok=True)
    options = config / "jvm.options"
    lines = [line for line in options.read_text().splitlines() if _ABSENT_MODULE not in line]
    options.write_text("\n".join(lines) + "\n")
    (config / "jvm.options.d" / "heap.options").write_text(f"-Xms{heap}\n-Xmx{heap}\n")
    settings = {
        "cluster.name": "gongshi",
        "discovery.type": "single-node",
        "network.host": "127.0.0.1",
        "http.port": port,
        "transport.port": free_port(),
        "path.data": place / "data",
        "path.logs": place / "logs",
        "xpack.security.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    (config / "elasticsearch.yml").write_text("".join(f"{name}: {value}\n" for name, value in settings.items()))


def _answers(url: str) -> bool:
    address = f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s"
    try:
        with urllib.request.urlopen(address, timeout=3) as answer:  # noqa: S310 - our own loopback address
            return bool(answer.status == 200)
    except urllib.error.URLError as error:
        raise OSError(error) from error
