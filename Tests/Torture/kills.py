"""Kills the daemon again and again while users are logged in and do acts of every kind. A ledger holds everything acknowledged. At the end
nothing may be lost: logins that were granted still hold, and those that were ended stay ended.

kills.py [--kills 20] [--writers 8] [--seed 1]
"""
import argparse
import collections
import http.client
import json
import os
import pathlib
import random
import sqlite3
import sys
import tempfile
import threading
import time

from acts import Hand, found, missing, unsaid
from daemon import Daemon, check

options = argparse.ArgumentParser()
options.add_argument("--kills", type=int, default=20)
options.add_argument("--writers", type=int, default=8)
options.add_argument("--seed", type=int, default=1)
options = options.parse_args()


class Ledger:
    """Everything acknowledged. Each entry is on the disk before the next act begins."""

    def __init__(self, path):
        self.file = open(path, "w")
        self.lock = threading.Lock()

    def told(self, user):
        def write(line, kind, marker):
            with self.lock:
                self.file.write(json.dumps([user, line, kind, marker]) + "\n")
                self.file.flush()
                os.fsync(self.file.fileno())
        return write


class Writer:
    """A user over all runs of the daemon."""

    def __init__(self, daemon, number, ledger):
        self.hand = Hand(daemon, number, options.seed, ledger.told(number), options.writers)
        self.chance, self.is_in, self.faults, self.logins = random.Random(number), True, [], 1

    def meet(self, daemon):
        """Connects to the restarted daemon. The login must be as the daemon last acknowledged it."""
        self.hand.visitor.meet(daemon)
        if self.is_in is not None and self.hand.visitor.is_in() != self.is_in:
            self.faults.append(f"{self.hand.name}: {'a login is lost' if self.is_in else 'a logout is lost'}")
        if not self.hand.visitor.is_in():
            self.enter(daemon)

    def enter(self, daemon):
        self.is_in = None  # unknown until the answer arrives
        self.hand.log_in(daemon)
        self.is_in, self.logins = True, self.logins + 1

    def run(self, daemon):
        """Works until the daemon is killed."""
        try:
            while True:
                if self.chance.random() < 0.01:
                    self.is_in = None
                    status, _, page = self.hand.visitor.send("/logout", {})
                    assert status == 303, (status, page[-300:])
                    self.is_in = False
                    self.enter(daemon)
                self.hand.act()
        except (OSError, http.client.HTTPException):
            return
        except Exception as fault:  # any error: reported at the end
            self.faults.append(f"{self.hand.name}: {fault!r}")


def main():
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        desk = pathlib.Path(folder) / "desk.sqlite"
        ledger = Ledger(pathlib.Path(folder) / "ledger")
        first = found(desk, options.writers)
        daemon, slowest, faults = Daemon(desk), 0.0, []
        writers = [Writer(daemon, place + 1, ledger) for place in range(options.writers)]
        for kill in range(options.kills):
            threads = [threading.Thread(target=writer.run, args=(daemon,)) for writer in writers]
            for thread in threads:
                thread.start()
            time.sleep(chance.uniform(0.05, 0.6))
            daemon.kill()
            for thread in threads:
                thread.join()
            start = time.monotonic()
            daemon = Daemon(desk)
            slowest = max(slowest, time.monotonic() - start)
            for writer in writers:
                writer.meet(daemon)
            faults += [fault for writer in writers for fault in writer.faults]
            if faults:
                break
        faults += [] if daemon.stop() == 0 else ["the daemon did not end by itself"]
        faults += [wrong] if (wrong := check(desk)) else []
        acts = [json.loads(line) for line in pathlib.Path(ledger.file.name).read_text().splitlines()]
        with sqlite3.connect(desk) as db:
            faults += missing(db, acts)
            silent = unsaid(db, acts, first)
        # When the daemon is killed, each writer can have at most one act in progress.
        faults += ["more was written than was asked for"] if silent > options.kills * options.writers else []
        kinds = collections.Counter(kind for _, _, kind, _ in acts)
        refused = sum(sum(writer.hand.refused.values()) for writer in writers)
        print(f"{options.kills} kills, {options.writers} people: {len(acts)} acts of {len(kinds)} kinds acknowledged, {refused} not done, "
              f"{sum(writer.logins for writer in writers)} logins kept, {silent} acts written without an answer; "
              f"slowest start {slowest:.2f} s; {'sound' if not faults else ''}")
        print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
        for fault in faults[:20]:
            print("fault:", fault[:600])
        sys.exit(0 if not faults and len(acts) > options.kills and len(kinds) >= min(15, options.kills) else 1)


main()
