"""A Redis for tests, without persistence."""

import socket
from pathlib import Path

from gongshi.servers.places import free_port, private_folder, program, run_as
from gongshi.servers.process import Server, await_ready, launch


def start_redis(folder: Path | None = None, port: int | None = None) -> Server:
    """Start Redis on 127.0.0.1. Raises ServerError when the program is missing or does not start."""
    port = port or free_port()
    home = private_folder(folder)
    redis = program("redis-server", "redis-server")
    arguments = [redis, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    process = launch([*arguments, "--dir", str(home)], home, user=run_as())
    server = Server("Redis", f"redis://127.0.0.1:{port}/0", process, home, temporary=folder is None)
    return await_ready(server, lambda: _answers(port), 15)


def _answers(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), 2) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(5) == b"+PONG"
