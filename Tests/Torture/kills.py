"""Kills the daemon again and again under writers that keep a ledger of every acknowledged write, and compares at the end.

kills.py [--kills 20] [--writers 8] [--seed 1]
"""
import argparse
import http.client
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from daemon import KAMDESK, Daemon, Visitor

options = argparse.ArgumentParser()
options.add_argument("--kills", type=int, default=20)
options.add_argument("--writers", type=int, default=8)
options.add_argument("--seed", type=int, default=1)
options = options.parse_args()


def write(daemon, ledger, prefix):
    """Adds clients until the daemon is gone; each that it acknowledged stands in the ledger, on the disk."""
    try:
        visitor = Visitor(daemon)
        number = 0
        while True:
            number += 1
            key = f"{prefix}-{number}"
            status, location = visitor.post("/clients", {"name": f"Client {key}", "key": key, "kam": "1"})
            if status != 303 or not location:
                ledger.refused.append((key, status))
                return
            with ledger.lock:
                ledger.file.write(key + "\n")
                ledger.file.flush()
                os.fsync(ledger.file.fileno())
    except (OSError, http.client.HTTPException):
        return


class Ledger:
    def __init__(self, path):
        self.file = open(path, "w")
        self.lock = threading.Lock()
        self.refused = []


def main():
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        desk = pathlib.Path(folder) / "desk.sqlite"
        ledger = Ledger(pathlib.Path(folder) / "ledger")
        slowest = 0.0
        for kill in range(options.kills):
            start = time.monotonic()
            daemon = Daemon(desk)
            slowest = max(slowest, time.monotonic() - start)
            writers = [
                threading.Thread(target=write, args=(daemon, ledger, f"{kill}-{writer}")) for writer in range(options.writers)
            ]
            for writer in writers:
                writer.start()
            time.sleep(chance.uniform(0.05, 0.6))
            daemon.kill()
            for writer in writers:
                writer.join()
        daemon = Daemon(desk)
        status = daemon.stop()
        check = subprocess.run([KAMDESK, "check", "--desk", desk], capture_output=True, text=True)
        acknowledged = pathlib.Path(ledger.file.name).read_text().split()
        kept = [key for (key,) in sqlite3.connect(desk).execute("SELECT key FROM client")]
        lost = set(acknowledged) - set(kept)
        doubled = len(kept) - len(set(kept))
        unsaid = set(kept) - set(acknowledged)
        print(f"{options.kills} kills, {options.writers} writers: {len(acknowledged)} acknowledged, {len(lost)} lost, {doubled} doubled, "
              f"{len(unsaid)} written without an answer; slowest start {slowest:.2f} s; {check.stdout.strip().split(': ')[-1]}{check.stderr}")
        sound = not lost and not doubled and not ledger.refused and check.returncode == 0 and status == 0
        # At most one write of each writer can be on its way when the daemon dies.
        sound = sound and len(unsaid) <= options.kills * options.writers and len(acknowledged) > options.kills
        if ledger.refused:
            print("refused:", ledger.refused[:5])
        sys.exit(0 if sound else 1)


main()
