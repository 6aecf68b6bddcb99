"""Kills the daemon while it upgrades a desk of an earlier schema. The next start finishes the upgrade, nothing is lost, and the old desk is
kept beside it, complete.

upgrades.py [--kills 20] [--lines 20000] [--seed 1]
"""
import argparse
import collections
import hashlib
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from daemon import KAMDESK, Daemon, check, days

FIXTURES = pathlib.Path(__file__).parent.parent / "StoreTests" / "Fixtures"

options = argparse.ArgumentParser()
options.add_argument("--kills", type=int, default=20)
options.add_argument("--lines", type=int, default=20_000, help="of history, beyond what the desks have")
options.add_argument("--seed", type=int, default=1)
options = options.parse_args()


# Random in each desk, or absent from copies.
SECRET = {"secret", "key_mark", "second_secret"}


def hashes(path, without=()):
    """A hash of each table except those in `without`, whose last numbers do not count either. Secret values are left out."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = [name for (name,) in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        columns = {table: ", ".join(f'"{row[1]}"' for row in db.execute(f'PRAGMA table_info("{table}")') if row[1] not in SECRET)
                   for table in tables}
        return {table: hashlib.sha256("\n".join(sorted(
            repr(row) for row in db.execute(f'SELECT {columns[table]} FROM "{table}"') if table != "sqlite_sequence" or row[0] not in without
        )).encode()).hexdigest() for table in tables if table not in without}


def older(schema, path):
    """A desk of an earlier schema with so much history that the upgrade takes a while. From schema 4 on history is already chained, and no
    upgrade reads all of it."""
    shutil.copy(FIXTURES / f"schema-{schema}.desk", path)
    if schema >= 4:
        return
    with sqlite3.connect(path) as db:
        at = db.execute("SELECT max(at) FROM change").fetchone()[0]
        db.executemany(
            "INSERT INTO change (at, user_id, act, subject, record_id, title, fields) VALUES (?, 1, 'changed', 'desk', 1, 'kamdesk', ?)",
            ((at + line, f'{{"name":["Desk {line}","Desk {line + 1}"]}}') for line in range(options.lines)))
    db.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def start(desk):
    return subprocess.Popen(
        [KAMDESK, "serve", "--desk", desk, "--port", "0", "--keep-backups", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True)


def upgrade(desk):
    """Upgrades a desk undisturbed and returns how long it takes. Its clock moves on to this day by itself."""
    begun = time.monotonic()
    daemon = Daemon(desk)
    seconds = time.monotonic() - begun
    with sqlite3.connect(f"file:{desk}?mode=ro", uri=True) as db:
        is_behind = "SELECT day < ? OR EXISTS (SELECT 1 FROM standing WHERE standing.month < clock.month) FROM clock"
        while db.execute(is_behind, [days(0)]).fetchone()[0]:
            assert time.monotonic() < begun + 30, "the clock stands still"
            time.sleep(0.01)
    assert daemon.stop() == 0
    return seconds


def state(desk):
    """How far it came: the schema of the file, or that no copy was kept yet. It looks at a copy, because opening a killed desk rolls back
    what was not finished."""
    with tempfile.TemporaryDirectory(prefix="kamdesk-killed-") as seen:
        for path in desk.parent.glob(desk.name + "*"):
            if path.name.removeprefix(desk.name) in ("", "-journal", "-wal"):
                shutil.copy(path, seen)
        with sqlite3.connect(pathlib.Path(seen) / desk.name) as db:
            schema = db.execute("SELECT count(*) FROM grdb_migrations").fetchone()[0]
        db.close()
    kept = any(not path.name.endswith(("-unfinished", "-journal")) for path in desk.parent.glob(f"{desk.name}-schema-*"))
    return f"schema {schema}{'' if kept else ', not yet kept'}"


def kill(schema, source, expected, before, seconds, folder, chance):
    """One killed start, and the next. Returns what is wrong then, and how far the first came."""
    folder.mkdir()
    desk = folder / "desk.sqlite"
    shutil.copy(source, desk)
    process = start(desk)
    time.sleep(chance.uniform(0, seconds * 1.05))
    process.kill()
    process.wait()
    came, faults = state(desk), []
    upgrade(desk)
    faults += [wrong] if (wrong := check(desk)) else []
    now = hashes(desk, {"log"})
    faults += [f"{table} is not what it should be" for table in expected if now.get(table) != expected[table]]
    kept = folder / f"desk.sqlite-schema-{schema}"
    if not came.startswith(f"schema {schema}") or kept.exists():
        faults += [] if kept.exists() and hashes(kept) == before else ["the desk as it was is not kept, or not whole"]
    else:
        faults.append("the desk as it was is not kept")
    faults += [f"{path.name} is left" for path in folder.iterdir() if "unfinished" in path.name]
    shutil.rmtree(folder)
    return came, faults


def main():
    chance, faults, came = random.Random(options.seed), [], collections.Counter()
    with tempfile.TemporaryDirectory(prefix="kamdesk-upgrades-") as folder:
        folder = pathlib.Path(folder)
        schemas = sorted(int(path.stem.split("-")[1]) for path in FIXTURES.glob("schema-*.desk"))[:-1]
        takes = {}
        for place, schema in enumerate(schemas):
            source, whole = folder / f"source-{schema}", folder / f"whole-{schema}.sqlite"
            older(schema, source)
            before = hashes(source)
            shutil.copy(source, whole)
            takes[schema] = upgrade(whole)
            expected = hashes(whole, {"log"})
            for turn in range(place, options.kills, len(schemas)):
                where, wrong = kill(schema, source, expected, before, takes[schema], folder / f"kill-{turn}", chance)
                came[f"{schema}: {where}"] += 1
                faults += [f"schema {schema}, killed at {where}: {fault}" for fault in wrong]
        print(f"{options.kills} kills of an upgrade from schema {schemas}, which takes {max(takes.values()):.1f} s: "
              f"{len(faults)} faults; it had come to " + ", ".join(f"{where} ({count})" for where, count in sorted(came.items())))
        for fault in faults[:20]:
            print("fault:", fault[:600])
        # If all kills come too early or too late, they prove nothing.
        sys.exit(1 if faults or len(came) < 4 else 0)


main()
