"""Copies a desk while it is written to. Each copy must be the desk at one instant, down to the last value of each table, and a damaged copy
must be refused.

copies.py [--copies 20] [--damages 40] [--writers 8] [--seed 1]
"""
import argparse
import hashlib
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from acts import Hand, found
from daemon import KAMDESK, Daemon, check

options = argparse.ArgumentParser()
options.add_argument("--copies", type=int, default=20)
options.add_argument("--damages", type=int, default=40)
options.add_argument("--writers", type=int, default=8)
options.add_argument("--seed", type=int, default=1)
options = options.parse_args()

# The columns that history does not hold: the desk computes them, and `kamdesk check` computes them again.
KEPT = {"id", "version", "tongue", "password", "second_secret", "second_step", "sort_name", "turnover", "income", "paid", "settled_day",
        "used"}
#: Values that history holds with a record and that are stored in another table.
BESIDE = {"interaction": ("people", "interaction_person", "interaction_id"), "brief": ("people", "brief_person", "brief_id")}


def opened(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def tables(db):
    return [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]


def hashes(path):
    """A hash of each table: of all its rows, sorted by their values."""
    def digest(db, table):
        rows = sorted(repr(row) for row in db.execute(f'SELECT * FROM "{table}"'))
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()
    with opened(path) as db:
        return {table: digest(db, table) for table in tables(db)}


def columns(db, table):
    """The columns of a record that history holds, without the generated ones."""
    return [row[1] for row in db.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0 and row[1] not in KEPT]


# What follows from other records and is kept beside them, so that history does not tell it.
COMPUTED = {("client", "status")}


def records(db):
    """Each record that history holds, as in the tables: its version and its non-empty columns."""
    held = {}
    for subject in [name for name in tables(db) if any(row[1] == "version" for row in db.execute(f"PRAGMA table_info({name})"))]:
        names = [name for name in columns(db, subject) if (subject, name) not in COMPUTED]
        for row in db.execute(f"SELECT id, version, {', '.join(names)} FROM {subject}"):
            held[subject, row[0]] = [row[1], {name: value for name, value in zip(names, row[2:]) if value is not None}]
        if subject in BESIDE:
            field, table, key = BESIDE[subject]
            for record, in db.execute(f"SELECT DISTINCT {key} FROM {table}"):
                people = db.execute(f"SELECT person_id FROM {table} WHERE {key} = ? ORDER BY 1", [record])
                held[subject, record][1][field] = [person for (person,) in people]
    return held


def plain(value):
    """A value of history in the form that a table stores."""
    if isinstance(value, dict):
        return value["id"]
    return sorted(plain(part) for part in value) if isinstance(value, list) else value


def replay(start, lines):
    """What records become when lines of history are applied."""
    held = {key: [version, dict(values)] for key, (version, values) in start.items()}
    for act, subject, record, fields in lines:
        if act == "deleted":
            del held[subject, record]
            continue
        version, values = held.get((subject, record), [0, {}])
        # A record that is restored has the same versions as before.
        for name, (_, after) in json.loads(fields).items():
            values.pop(name, None) if after is None else values.__setitem__(name, plain(after))
        held[subject, record] = [version + 1, values]
    return held


def compare(live, copy, start, first):
    """What in a restored desk is not as the live desk was at one instant."""
    with opened(live) as of_live, opened(copy) as of_copy:
        for table in ["change", "log"]:
            last = of_copy.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
            prefix = f"SELECT * FROM {table} WHERE id <= ? ORDER BY id"
            if of_copy.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() != of_live.execute(prefix, [last]).fetchall():
                yield f"its {table} is not how the live one begins"
        last = of_copy.execute("SELECT max(id) FROM change").fetchone()[0]
        ends = of_live.execute("SELECT at, user_id FROM change WHERE id IN (?, ?) ORDER BY id", [last, last + 1]).fetchall()
        if len(ends) == 2 and ends[0] == ends[1]:
            yield "it ends in the middle of an act"
        lines = of_copy.execute("SELECT act, subject, record_id, fields FROM change WHERE id > ? ORDER BY id", [first]).fetchall()
        (told, there) = (replay(start, lines), records(of_copy))
        versions = {key for key in told.keys() & there.keys() if told[key][1] == there[key][1] and told[key][0] != there[key][0]}
        for key in sorted(told.keys() ^ there.keys(), key=str)[:3]:
            yield f"{key} is {'not there' if key in told else 'there, and history does not know it'}"
        for key in [key for key in told.keys() & there.keys() if told[key][1] != there[key][1]][:3]:
            yield f"{key} is {there[key][1]}, and by its history {told[key][1]}"
        # A record that was deleted and restored continues its count. `kamdesk check` compares versions with the lines.
        revived = {(subject, record) for act, subject, record, _ in lines if act == "deleted"}
        for key in sorted(versions - revived, key=str)[:3]:
            yield f"{key} has version {there[key][0]}, and by its history {told[key][0]}"
        # The last accepted form belongs to the last act, because both were written together.
        form = of_copy.execute("SELECT change_id, id FROM taken_form ORDER BY id DESC LIMIT 1").fetchone()
        if form[0] != last and of_live.execute("SELECT change_id FROM taken_form WHERE id = ?", [form[1] + 1]).fetchone() == (last,):
            yield f"the form of its last act is missing: {form} of {last}"


class Writers:
    """Users who act as fast as they can until they are stopped."""

    def __init__(self, daemon):
        self.acts, self.faults, self.ends = 0, [], threading.Event()
        self.hands = [Hand(daemon, place + 1, options.seed, self.told, options.writers) for place in range(options.writers)]
        self.threads = [threading.Thread(target=self.work, args=(hand,)) for hand in self.hands]

    def told(self, line, kind, marker):
        self.acts += 1

    def work(self, hand):
        try:
            while not self.ends.is_set():
                hand.act()
        except Exception as fault:  # any error: reported at the end
            self.faults.append(f"{hand.name}: {fault!r}")

    def stop(self):
        self.ends.set()
        for thread in self.threads:
            thread.join()


def restore(copy, desk):
    return subprocess.run([KAMDESK, "restore", copy, "--desk", desk], capture_output=True, text=True)


def damage(copy, folder, chance):
    """Damages a copy in many places, one at a time. Either it is refused with one line and leaves nothing, or the damage is harmless."""
    whole, refused, harmless, faults = copy.read_bytes(), 0, 0, []
    good = folder / "good.sqlite"
    assert restore(copy, good).returncode == 0
    expected = hashes(good)
    for turn in range(options.damages):
        place, broken, desk = chance.randrange(len(whole)), folder / f"broken-{turn}.sqlite", folder / f"of-broken-{turn}.sqlite"
        if turn % 2:
            broken.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1:])
        else:
            broken.write_bytes(whole[:place // 4096 * 4096 if turn % 4 else place])
        made = restore(broken, desk)
        if made.returncode == 0:
            harmless += 1
            if hashes(desk) != expected or check(desk):
                faults.append(f"a copy that is damaged at {place} of {len(whole)} ({turn}) passes for a whole one")
        else:
            refused += 1
            if made.returncode != 1 or made.stderr.count("\n") != 1 or list(folder.glob(f"of-broken-{turn}*")):
                faults.append(f"a copy that is damaged at {place}: {made.returncode}, {made.stderr}, {list(folder.glob('of-*'))}")
        broken.unlink()
        desk.unlink(missing_ok=True)
    return refused, harmless, faults


def main():
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="kamdesk-copies-") as folder:
        folder = pathlib.Path(folder)
        desk = folder / "desk.sqlite"
        first = found(desk, options.writers)
        with opened(desk) as db:
            start = records(db)
        daemon = Daemon(desk)
        writers = Writers(daemon)
        begun = time.monotonic()
        for thread in writers.threads:
            thread.start()
        faults, copies, slowest = [], [], 0.0
        for turn in range(options.copies):
            time.sleep(1.1)
            moment = time.monotonic()
            made = subprocess.run([KAMDESK, "backup", "--desk", desk], capture_output=True, text=True)
            slowest = max(slowest, time.monotonic() - moment)
            faults += [] if made.returncode == 0 else [f"no copy: {made.stderr}"]
        seconds = time.monotonic() - begun
        writers.stop()
        faults += writers.faults + ([] if daemon.stop() == 0 else ["the daemon did not end by itself"])
        copies = sorted((folder / "desk-backups").glob("*.sqlite"))
        faults += [] if len(copies) == options.copies else [f"{len(copies)} copies"]
        ends = []
        for place, copy in enumerate(copies):
            again = folder / f"again-{place}.sqlite"
            made = restore(copy, again)
            if made.returncode:
                faults.append(f"{copy.name}: {made.stderr}")
                continue
            faults += [f"{copy.name}: {fault}" for fault in compare(desk, again, start, first)]
            faults += [f"{copy.name}: {wrong}"] if (wrong := check(again)) else []
            faults += [] if hashes(copy) == hashes(again) else [f"{copy.name}: restored to something else"]
            with opened(again) as db:
                ends.append(db.execute("SELECT max(id) FROM change").fetchone()[0])
            again.unlink()
        faults += [] if ends == sorted(set(ends)) and ends[0] > first else [f"the copies are of the lines {ends}"]
        faults += [wrong] if (wrong := check(desk)) else []
        refused, harmless, broken = damage(copies[0], folder, chance)
        faults += broken
        print(f"{options.copies} copies while {options.writers} people did {writers.acts / seconds:.0f} acts a second ({writers.acts} in all): "
              f"each of one instant, between line {ends[0]} and {ends[-1]}; the slowest took {slowest:.1f} s")
        print(f"  {options.damages} damages: {refused} refused, {harmless} harmless")
        for fault in faults[:20]:
            print("fault:", fault[:600])
        sys.exit(0 if not faults and refused > 0 else 1)


main()
