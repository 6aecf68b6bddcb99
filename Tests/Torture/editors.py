"""Editors change the same few dossiers at once, each with their own login. Each opens a form, types, saves, and after a clash looks at both
versions before saving again. In between they do acts of every kind on clients of their own. At the end each saved value must be in the
history once, by its editor, and nobody may have overwritten a value that they had not seen.

editors.py [--editors 50] [--clients 20] [--seconds 60] [--seed 1]
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time

from acts import Hand, found, missing
from daemon import Daemon, MainForm, check

options = argparse.ArgumentParser()
options.add_argument("--editors", type=int, default=50)
options.add_argument("--clients", type=int, default=20)
options.add_argument("--seconds", type=float, default=60)
options.add_argument("--seed", type=int, default=1)
options = options.parse_args()

FIELDS = ["city", "territory", "segment", "address", "note", "short"]


class Editor(threading.Thread):
    def __init__(self, daemon, number):
        super().__init__()
        self.acts = []
        self.hand = Hand(
            daemon, number, options.seed, lambda line, kind, marker: self.acts.append((number, line, kind, marker)), options.editors)
        self.visitor, self.number, self.common = self.hand.visitor, number, []
        self.chance = random.Random(options.seed * 1000 + number)
        self.saved, self.clashes, self.faults = [], 0, []

    def run(self):
        turn = 0
        while time.monotonic() < self.until and not self.faults:
            turn += 1
            try:
                # An editor without a shared client, such as support, does other acts only.
                if not self.common or self.chance.random() < 0.3:
                    self.hand.act()
                else:
                    self.edit(self.chance.choice(self.common), f"e{self.number}-{turn}")
            except Exception as error:  # any error ends the run and is reported
                self.faults.append(repr(error))

    def edit(self, client, value):
        status, page = self.visitor.get(f"/clients/{client}/edit")
        assert status == 200, status
        form = MainForm(page).fields
        field = self.chance.choice(FIELDS)
        seen = {form[field]}
        time.sleep(self.chance.random() / 20)
        for _ in range(50):
            status, _, page = self.visitor.send(f"/clients/{client}", form | {field: value})
            if status == 303:
                self.saved.append((client, field, value, seen))
                return
            assert status == 409, (status, page[:300])
            theirs = re.search(rb'id="%s-theirs">[^<]*<ins class="note">([^<]*)</ins>' % field.encode(), page)
            assert theirs, "a clash is not shown"
            self.clashes += 1
            seen.add(theirs[1].decode())
            form = MainForm(page).fields
        raise AssertionError("a form clashes for ever")


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = pathlib.Path(folder) / "desk.sqlite"
        found(desk, options.editors)
        daemon = Daemon(desk)
        editors = [Editor(daemon, number + 1) for number in range(options.editors)]
        share(editors)
        until = time.monotonic() + options.seconds
        for editor in editors:
            editor.until = until
            editor.start()
        for editor in editors:
            editor.join()
        faults = [fault for editor in editors for fault in editor.faults]
        faults += [] if daemon.stop() == 0 else ["the daemon did not end by itself"]
        faults += compare(desk, [saved for editor in editors for saved in editor.saved])
        acts = [act for editor in editors for act in editor.acts]
        with sqlite3.connect(desk) as db:
            faults += missing(db, acts)
        faults += [wrong] if (wrong := check(desk)) else []
        saved, clashes = (sum(len(e.saved) for e in editors), sum(e.clashes for e in editors))
        print(f"{options.editors} editors on {options.clients} clients for {options.seconds:.0f} s: {saved} saved, {clashes} clashes shown, "
              f"{len(acts)} other acts of {len({kind for _, _, kind, _ in acts})} kinds")
        for fault in faults[:20]:
            print("fault:", fault)
        sys.exit(1 if faults or saved == 0 or clashes == 0 or not acts else 0)


def share(editors):
    """Makes the clients, each held by one of the KAMs, and tells each editor which of them they may change."""
    kams = [editor for editor in editors if editor.hand.role == "kam"]
    clients = []
    for turn in range(options.clients):
        kam = kams[turn % len(kams)]
        status, place = kam.visitor.post("/clients", {"name": f"Client {turn + 1}", "kam": str(kam.number)})
        assert status == 303, status
        clients.append(place.split("/")[2])
    for editor in editors:
        editor.common = [client for client in clients if editor.visitor.get(f"/clients/{client}/edit")[0] == 200]
        assert {"support": not editor.common, "director": editor.common == clients}.get(editor.hand.role, True), editor.hand.name


def compare(desk, saved):
    """What the history says of each saved value: it must occur once, and replace a value that its editor had seen."""
    told = collections.defaultdict(list)
    columns = {"short": "short_name"}
    with sqlite3.connect(desk) as db:
        for client, user, fields in db.execute(
                "SELECT record_id, user_id, fields FROM change WHERE subject = 'client' AND act = 'changed'"):
            for field, (before, after) in json.loads(fields).items():
                told[client, field, after].append((before or "", user))
    for client, field, value, seen in saved:
        replaced = told[int(client), columns.get(field, field), value]
        if len(replaced) != 1:
            yield f"{value} was saved and stands {len(replaced)} times in the history"
        elif replaced[0][0] not in seen:
            yield f"{value} has overwritten {replaced[0][0]}, which its editor had not seen"
        elif f"e{replaced[0][1]}" != value.split("-")[0]:
            yield f"{value} is said to be of user {replaced[0][1]}"


main()
