"""Run a command with real servers beside it: ``python -m gongshi.servers postgres redis -- pytest``.

The command finds their addresses in ``GONGSHI_TEST_DATABASE_URL``, ``GONGSHI_TEST_REDIS_URL`` and
``GONGSHI_TEST_ELASTICSEARCH_URL``. Without a command the addresses are printed and the servers run until Ctrl-C.
"""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from gongshi.servers import Server, ServerError, start_elasticsearch, start_postgres, start_redis

SERVERS: dict[str, tuple[str, Callable[[], Server]]] = {
    "postgres": ("GONGSHI_TEST_DATABASE_URL", start_postgres),
    "redis": ("GONGSHI_TEST_REDIS_URL", start_redis),
    "elasticsearch": ("GONGSHI_TEST_ELASTICSEARCH_URL", start_elasticsearch),
}


def main() -> int:
    """Start the named servers together, run the command, stop them; the exit code is the command's."""
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(prog="python -m gongshi.servers")
    parser.add_argument("names", nargs="+", choices=[*SERVERS, "all"])
    names = parser.parse_args(arguments[:split]).names
    command = arguments[split + 1 :]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        try:
            addresses = _start(list(SERVERS) if "all" in names else names, stack)
        except ServerError as error:
            print(f"gongshi.servers: {error}", file=sys.stderr)
            return 1
        if command:
            return subprocess.run(command, env={**os.environ, **addresses}, check=False).returncode
        print("\n".join(f"export {name}={url}" for name, url in addresses.items()), flush=True)
        signal.pause()
    return 0


def _start(names: list[str], stack: ExitStack) -> dict[str, str]:
    """Start servers side by side; each that came up is stopped with ``stack``, also when another failed."""
    addresses: dict[str, str] = {}
    failures: list[ServerError] = []
    with ThreadPoolExecutor() as pool:
        waiting = {name: pool.submit(SERVERS[name][1]) for name in names}
    for name, future in waiting.items():
        try:
            server = future.result()
        except ServerError as error:
            failures.append(error)
            continue
        stack.callback(server.stop)
        addresses[SERVERS[name][0]] = server.url
    if failures:
        raise ServerError("\n".join(map(str, failures)))
    return addresses


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
