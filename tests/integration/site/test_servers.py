"""The servers that other tests lean on are real, private and gone afterwards."""

import json
import os
import socket
import subprocess
import sys
import urllib.request

import psycopg
import pytest

from gongshi.servers import ServerError, start_postgres, start_redis
from gongshi.servers.places import free_port, private_folder, program
from gongshi.servers.process import Server, await_ready, launch


def test_elasticsearch_is_a_real_node(es_url):
    with urllib.request.urlopen(f"{es_url}/_cluster/health") as answer:
        health = json.load(answer)
    assert (health["number_of_nodes"], health["timed_out"]) == (1, False)


def test_redis_answers(redis_url):
    host, port = redis_url.removeprefix("redis://").split("/")[0].split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(b"PING\r\n")
        assert connection.recv(7) == b"+PONG\r\n"


def test_postgres_keeps_chinese_and_leaves_nothing():
    server = start_postgres()
    try:
        with psycopg.connect(server.url) as connection:
            row = connection.execute("select '公示', current_setting('server_encoding'), version()").fetchone()
            assert row[:2] == ("公示", "UTF8")
            owner = server.folder.stat()
            assert owner.st_mode & 0o077 == 0
            assert owner.st_uid != 0
    finally:
        server.stop()
    assert not server.folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url, connect_timeout=2)


def test_a_server_that_dies_says_why():
    port = free_port()
    first = start_redis(port=port)
    try:
        with pytest.raises(ServerError, match="Address already in use"):
            start_redis_on(port)
    finally:
        first.stop()


def start_redis_on(port: int) -> Server:
    """A second Redis on a taken port: the port answers, yet by another server."""
    folder = private_folder()
    process = launch([program("redis-server", "redis-server"), "--port", str(port)], folder)
    return await_ready(Server("Redis", "", process, folder, temporary=True), lambda: False, 10)


def test_a_missing_program_is_named_with_its_package(monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(ServerError, match="apt-get install redis-server"):
        start_redis()


def test_a_missing_server_fails_the_run_it_was_asked_for():
    """Without its program the runner ends with 1 and never starts the command."""
    command = [sys.executable, "-m", "gongshi.servers", "redis", "--", "touch", "started"]
    environment = {**os.environ, "PATH": "/nonexistent"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "redis-server is missing" in done.stderr


def test_the_runner_hands_addresses_on_and_returns_the_commands_code(tmp_path):
    code = "import os, sys; print(os.environ['GONGSHI_TEST_REDIS_URL']); sys.exit(7)"
    command = [sys.executable, "-m", "gongshi.servers", "redis", "--", sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 7
    address = done.stdout.strip()
    assert address.startswith("redis://127.0.0.1:")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(address.split(":")[2].split("/")[0])), 2)


def test_a_parent_closed_to_the_servers_user_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("gongshi.servers.places.is_root", lambda: True)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(ServerError, match="closed to the user nobody"):
        private_folder(closed / "data")
