"""What this thread is doing, in words for a log: the command line, a request or a task."""

import os
import sys
from contextvars import ContextVar
from typing import Any

from celery.signals import task_prerun
from django.core.signals import request_started
from django.dispatch import receiver

_doing: ContextVar[str] = ContextVar("doing", default="")


def doing() -> str:
    """What it does, and the number of its process; names no person and no search."""
    program = " ".join(os.path.basename(word) for word in sys.argv[:2])
    return f"{_doing.get() or program} (process {os.getpid()})"


@receiver(request_started, dispatch_uid="gongshi.doing")
def _request(environ: dict[str, Any], **_: object) -> None:
    _doing.set(f"{environ.get('REQUEST_METHOD')} {environ.get('PATH_INFO')}")


@task_prerun.connect(weak=False, dispatch_uid="gongshi.doing")
def _task(task: Any, **_: object) -> None:
    _doing.set(f"task {task.name}")
