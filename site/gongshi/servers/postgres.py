"""A PostgreSQL cluster for tests: nothing of it survives, so it never waits for the disk."""

import socket
import subprocess
from pathlib import Path

from gongshi.servers.places import free_port, private_folder, program, run_as
from gongshi.servers.process import Server, ServerError, await_ready, launch

_DEBIAN = "usr/lib/postgresql/*/bin"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=256MB", "max_connections=60")


def start_postgres(folder: Path | None = None, port: int | None = None) -> Server:
    """Make a cluster (UTF-8, C.UTF-8) and start it on 127.0.0.1; database, user: ``postgres``, no password.

    Raises ServerError when the program is missing or does not start.
    """
    port = port or free_port()
    home = private_folder(folder)
    data = home / "data"
    user = run_as()
    if not data.exists():
        initdb = program("initdb", "postgresql", _DEBIAN)
        arguments = [initdb, "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        done = subprocess.run(arguments, cwd=home, capture_output=True, text=True, check=False, **user)
        if done.returncode:
            raise ServerError(f"initdb: {done.stderr}")
    options = [part for option in _FAST for part in ("-c", option)]
    postgres = program("postgres", "postgresql", _DEBIAN)
    # No Unix socket: its path would be too long in many work trees.
    sockets = ["-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"]
    process = launch([postgres, "-D", str(data), "-p", str(port), *sockets, *options], home, user=user)
    url = f"postgres://postgres@127.0.0.1:{port}/postgres"
    server = Server("PostgreSQL", url, process, home, temporary=folder is None)
    return await_ready(server, lambda: _answers(port), 30)


def _answers(port: int) -> bool:
    """Whether the cluster takes a start-up packet (a listening socket alone may still refuse)."""
    body = b"\x00\x03\x00\x00user\x00postgres\x00database\x00postgres\x00\x00"
    with socket.create_connection(("127.0.0.1", port), 2) as connection:
        connection.sendall((len(body) + 4).to_bytes(4, "big") + body)
        return connection.recv(1) == b"R"
