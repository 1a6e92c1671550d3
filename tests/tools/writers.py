"""Many editors at once: each opens the form of a decision of its own in the admin, types, and saves.

    python tests/tools/writers.py http://127.0.0.1:8000 --editors 20 --rounds 2

runs against a site started from this checkout with the same environment (it makes its editors in the database). Prints
for each save what came of it and how long it took; ends with code 1 when a save neither succeeded nor said why.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import requests
from bs4 import BeautifulSoup, Tag

ROOT = Path(__file__).resolve().parents[2]
MAKE = """
import json, sys, django
django.setup()
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from pages.models import PenaltyDecisionPage
pages = list(PenaltyDecisionPage.objects.filter(live=True).order_by("pk").values_list("pk", flat=True)[:{number}])
made = []
for number, page in enumerate(pages):
    name = f"writer-{{number}}"
    user = get_user_model().objects.filter(username=name).first()
    user = user or get_user_model().objects.create_superuser(name, password="!")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    made.append([session.session_key, page])
json.dump(made, sys.stdout)
"""


@dataclass
class Save:
    """What came of one save: ``saved``, ``said`` (the form again, with words above it) or ``lost``."""

    outcome: str
    seconds: float
    status: int
    words: str = ""


@dataclass
class Editor:
    """One person at one form."""

    base: str
    session: str
    page: int
    saves: list[Save] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.browser = requests.Session()
        self.browser.cookies.set("sessionid", self.session)
        # A kept connection may be closed in the moment of the next request; a browser sends that again, this does not.
        self.browser.headers["Connection"] = "close"
        self.address = f"{self.base}/admin/pages/{self.page}/edit/"

    def open(self) -> None:
        """Open the form."""
        answer = self.browser.get(self.address, timeout=300)
        answer.raise_for_status()
        self.form = fields_of(answer.text)

    def type_and_save(self, text: str, publish: bool) -> Save:
        """Type into the facts and send the form."""
        typed = {**self.form, "facts": f"{self.form['facts'].split(' [')[0]} [{text}]"}
        if publish:
            typed["action-publish"] = "action-publish"
        began = time.monotonic()
        headers = {"Referer": self.address}
        answer = self.browser.post(self.address, data=typed, headers=headers, allow_redirects=False, timeout=300)
        save = _judge(answer, time.monotonic() - began, typed["facts"])
        self.saves.append(save)
        return save


def fields_of(html: str) -> dict[str, str | list[str]]:
    """Everything that a browser would send of the page's form."""
    form = BeautifulSoup(html, "lxml").find("form", id="page-edit-form")
    assert isinstance(form, Tag), "no form"
    found: dict[str, str | list[str]] = {}
    for one in form.find_all(["input", "textarea", "select"]):
        name = one.get("name")
        if name:
            _read(one, str(name), found)
    return found


def _read(one: Tag, name: str, found: dict[str, str | list[str]]) -> None:
    if one.name == "textarea":
        found[name] = one.text.removeprefix("\n")
    elif one.name == "select":
        chosen = [str(option["value"]) for option in one.find_all("option") if option.has_attr("selected")]
        found[name] = chosen if one.has_attr("multiple") else (chosen or [""])[0]
    elif one.get("type") in {"checkbox", "radio"}:
        if one.has_attr("checked"):
            many = found.setdefault(name, [])
            value = str(one.get("value", "on"))
            found[name] = [*many, value] if isinstance(many, list) else value
    elif one.get("type") not in {"submit", "button", "file"}:
        found[name] = str(one.get("value", ""))


def _judge(answer: requests.Response, seconds: float, typed: str) -> Save:
    if answer.status_code == 302:
        return Save("saved", seconds, 302)
    page = BeautifulSoup(answer.text, "lxml")
    words = " ".join(one.get_text(" ", strip=True) for one in page.select(".messages, .error-message, .help-critical"))
    kept = page.find("textarea", attrs={"name": "facts"})
    said = bool(words) and isinstance(kept, Tag) and kept.text.strip() == typed.strip()
    return Save("said" if said else "lost", seconds, answer.status_code, words)


def make_editors(base: str, number: int, environment: dict[str, str] | None = None) -> list[Editor]:
    """Editors with a session and a decision each."""
    code = MAKE.format(number=number)
    environment = environment or {"DJANGO_SETTINGS_MODULE": "gongshi.settings.dev", **os.environ}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return [Editor(base, session, page) for session, page in json.loads(done.stdout)]


def together(editors: list[Editor], text: str, publish: bool = False) -> list[Save]:
    """All open their forms, then all save at the same moment."""
    for editor in editors:
        editor.open()
    gate = threading.Barrier(len(editors))
    saves: list[Save] = []

    def work(editor: Editor) -> None:
        gate.wait()
        saves.append(editor.type_and_save(text, publish))

    threads = [threading.Thread(target=work, args=(editor,)) for editor in editors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return saves


def main() -> int:
    """Run the rounds and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    editors = make_editors(options.base, options.editors)
    lost = 0
    for number in range(options.rounds):
        saves = together(editors, f"第{number + 1}轮", publish=bool(number % 2))
        lost += sum(save.outcome == "lost" for save in saves)
        for save in sorted(saves, key=lambda one: one.seconds):
            print(f"{number + 1} {save.outcome:6} {save.status} {save.seconds:6.2f} s {save.words[:120]}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
