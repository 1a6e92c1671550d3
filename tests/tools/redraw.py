"""Recompute a 双随机 draw from the file that its public page offers: ``python redraw.py draw.json``.

Written from the description on that page and in docs/features/inspection.md. It needs Python alone, knows nothing of
the product and shares no code with it. Exit code 0: seed and lists fit the commitment and give the published result.
"""

import json
import sys
from hashlib import sha256


def hexed(text):
    return sha256(text.encode("utf-8")).hexdigest()


def compact(value):
    """Canonical JSON by hand: sorted keys, no blanks, only the escapes that JSON demands."""
    if isinstance(value, dict):
        return "{" + ",".join(compact(key) + ":" + compact(value[key]) for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact, value)) + "]"
    if isinstance(value, int):
        return str(value)
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
    return '"' + "".join(short.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 else c) for c in value) + '"'


def committed(stated):
    sealed = {"task": stated["task"], "rules": stated["rules"], "seed": stated["seed"]}
    for name in ("objects", "officers", "conflicts"):
        sealed[name] = hexed(compact(stated[name]))
    return hexed(compact(sealed))


def redraw(stated):
    """[{object, officers}] in the order of the draw."""
    rules, seed = stated["rules"], stated["seed"]
    tickets = []
    for entry in stated["objects"]:
        for ticket in range(entry["weight"]):
            tickets.append((hexed(f"{seed}|object|{entry['id']}|{ticket + 1}"), entry["id"], entry["area"]))
    order = {}
    for _mark, key, area in sorted(tickets):
        order.setdefault(key, area)
    barred = {(pair["officer"], pair["object"]) for pair in stated["conflicts"]}
    able = [
        officer
        for officer in stated["officers"]
        if officer["valid_from"] <= rules["date_from"] <= rules["date_to"] <= officer["valid_to"]
        and rules["category"] in officer["categories"]
    ]
    turns = {officer["id"]: 0 for officer in able}
    result = []
    for key in list(order)[: rules["number"]]:
        queue = []
        for officer in able:
            name = officer["id"]
            near = not order[key] or any(order[key][: len(area)] == area for area in officer["areas"])
            if near and (name, key) not in barred:
                queue.append((turns[name], hexed(f"{seed}|officer|{key}|{name}"), name))
        sent = [name for _turns, _mark, name in sorted(queue)[: rules["officers_per_object"]]]
        for name in sent:
            turns[name] += 1
        result.append({"object": key, "officers": sent})
    return result


def main(path):
    with open(path, encoding="utf-8") as file:
        stated = json.load(file)
    fits = committed(stated) == stated["commitment"]
    same = redraw(stated) == stated["drawn"]
    print("承诺值相符" if fits else "承诺值不符：种子或者名录在承诺之后被改动")
    print("抽取结果相符" if same else "抽取结果不符")
    return 0 if fits and same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
