#!/usr/bin/env python3
"""Kills an import in its middle, again and again: the desk must hold all of the file or nothing of it, and be sound.

    import_kills.py --kills 6
"""
import argparse
import csv
import pathlib
import random
import sqlite3
import subprocess
import tempfile
import time

from daemon import KAMDESK, Daemon

ROWS = 20_000


def write_files(folder):
    """Orders to import, and what they need: a product and the lines of the orders."""
    with open(folder / "orders.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["number", "client", "shipped", "note"])
        out.writerows([f"N-{row}", f"K-{9 + row % 40}", f"2026-0{1 + row % 9}-11", "imported"] for row in range(ROWS))


def counts(desk):
    database = sqlite3.connect(f"file:{desk}?mode=ro", uri=True)
    return [database.execute(sql).fetchone()[0] for sql in (
        "SELECT count(*) FROM client_order WHERE number LIKE 'N-%'", "SELECT count(*) FROM import WHERE state = 'running'")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=6)
    options = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="kamdesk-import-") as folder:
        folder = pathlib.Path(folder)
        desk = folder / "desk.sqlite"
        subprocess.run([KAMDESK, "demo", "--desk", desk, "--clients", "50", "--years", "1"], check=True, capture_output=True)
        write_files(folder)
        command = [KAMDESK, "import", "orders", folder / "orders.csv", "--desk", desk]
        cut, ended = 0, 0
        for _ in range(options.kills):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Wait until it writes, because the rehearsal before that changes nothing.
            while process.poll() is None and not counts(desk)[0]:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.6))
            process.kill()
            process.wait()
            written, running = counts(desk)
            cut += running
            # The next program that opens the desk undoes the interrupted import.
            daemon = Daemon(desk)
            assert daemon.stop() == 0
            after, running = counts(desk)
            assert running == 0 and after in (0, ROWS), f"{written} rows were written and {after} are left"
            if after:
                ended += 1
                number = sqlite3.connect(f"file:{desk}?mode=ro", uri=True).execute("SELECT max(id) FROM import").fetchone()[0]
                subprocess.run([KAMDESK, "undo-import", str(number), "--desk", desk], check=True, capture_output=True)
            found = subprocess.run([KAMDESK, "check", "--desk", desk], capture_output=True, text=True)
            assert found.returncode == 0, found.stderr
        print(f"{options.kills} imports of {ROWS} rows killed: {cut} in their middle, all taken back; {ended} had ended; sound")
        assert cut > 0, "no import was killed in its middle"


if __name__ == "__main__":
    main()
