"""What may befall a desk on its machine: a disk that fills up, fails or can only be read, a second program on the same file, a clock
that is set. Each time the daemon says what is the matter and goes on when it is over.

faults.py [--full]
"""
import argparse
import errno
import os
import pathlib
import pwd
import re
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

import clocks
import files
import full_disk
from daemon import KAMDESK, Daemon, Visitor, check, open_desk

SERVE = [KAMDESK, "serve", "--port", "0", "--keep-backups", "0"]


def refuses(command, words, **more):
    """A refused start: at once, with one clear line."""
    tried = subprocess.run(command, capture_output=True, text=True, timeout=30, **more)
    assert tried.returncode == 1, (tried.returncode, tried.stdout, tried.stderr)
    assert tried.stderr.count("\n") == 1 and words in tried.stderr and not tried.stdout, (tried.stdout, tried.stderr)


def second_daemon(folder):
    """A second program on a desk says who has it and ends. The first goes on."""
    desk = open_desk(pathlib.Path(folder) / "two.sqlite")
    first = Daemon(desk)
    visitor = Visitor(first)
    words = f"is open in another kamdesk, process {first.process.pid}"
    refuses([*SERVE, "--desk", desk], words)
    refuses([KAMDESK, "user", "add", "--desk", desk, "Somebody"], words)
    faults = []

    def start():
        try:
            refuses([*SERVE, "--desk", desk], words)
        except AssertionError as fault:
            faults.append(fault)

    starts = [threading.Thread(target=start) for _ in range(4)]
    for thread in starts:
        thread.start()
    for number in range(20):
        assert visitor.post("/clients", {"name": f"Client {number}"})[0] == 303
    for thread in starts:
        thread.join()
    assert not faults, faults
    assert first.stop() == 0
    # Another program with that process number does not hold the desk.
    after = Daemon(desk)
    assert Visitor(after).count() == 20
    assert after.stop() == 0 and not check(desk)
    print("a second program on the same desk: refused by one line, 6 times; the first went on")


def somebody(folder):
    """How to run a command as a user whom file modes restrict; root is not restricted."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    os.chmod(folder.parent, 0o755)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def read_only_at_start(folder):
    """A file or folder that cannot be written: one line says so, and nothing is changed."""
    place = pathlib.Path(folder) / "kept"
    place.mkdir()
    desk = open_desk(place / "desk.sqlite")
    made = Daemon(desk)
    assert Visitor(made).post("/clients", {"name": "Kept"})[0] == 303 and made.stop() == 0
    someone, before = somebody(place), desk.read_bytes()
    program = shutil.copy(KAMDESK, pathlib.Path(folder) / "kamdesk")
    os.chmod(program, 0o755)
    serve = [program, *SERVE[1:]]
    os.chmod(desk, 0o444)
    refuses([*serve, "--desk", desk], "cannot be written", **someone)
    os.chmod(desk, 0o644)
    os.chmod(place, 0o555)
    refuses([*serve, "--desk", desk], "cannot be written", **someone)
    refuses([*serve, "--desk", place / "new.sqlite"], "cannot be written", **someone)
    # Also without the files beside it.
    os.chmod(place, 0o755)
    for beside in place.glob("desk.sqlite-*"):
        beside.unlink()
    os.chmod(place, 0o555)
    refuses([*serve, "--desk", desk], "cannot be written", **someone)
    os.chmod(place, 0o000)
    refuses([*serve, "--desk", desk], "cannot be", **someone)
    os.chmod(place, 0o755)
    assert desk.read_bytes() == before and not list(place.glob("new*"))
    after = Daemon(desk)
    assert Visitor(after).count() == 1 and after.stop() == 0 and not check(desk)
    print("a file and a folder that can only be read: one line each, nothing touched")


def failing(folder, rounds):
    """The disk fails while the daemon serves: it is full, read-only, or has an error."""
    folder = pathlib.Path(folder)
    library, switch, desk = folder / "failing.so", folder / "failing", open_desk(folder / "failing.sqlite")
    source = pathlib.Path(__file__).parent / "failing.c"
    subprocess.run([shutil.which("cc") or "clang", "-O1", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    environment = {"LD_PRELOAD": str(library), "FAILING": str(switch)}
    daemon = Daemon(desk, environment=environment, log=folder / "failing.log")
    visitor, taken, refused = Visitor(daemon), [], []
    assert visitor.post("/clients", {"name": "First", "key": "first"})[0] == 303
    errors = [(errno.ENOSPC, 507, b"The disk is full"), (errno.EROFS, 503, b"The desk can only be read"),
              (errno.EIO, 503, b"The disk does not answer")]
    for turn in range(rounds):
        for number, expected, words in errors:
            switch.write_text(str(number))
            for act in range(3):
                key = f"no-{turn}-{number}-{act}"
                status, _, page = visitor.send("/clients", {"name": f"Client {key}", "key": key, "note": "typed, and kept"})
                assert status == expected and words in page and b"typed, and kept" in page, (status, page[-400:])
                refused.append(key)
                for path in ["/", "/clients", "/clients/1", "/clients/1.json", "/health"]:
                    status, page = visitor.get(path)
                    assert status == 200, (path, status)
            if turn % 2:
                # The daemon is killed while the disk fails.
                daemon.kill()
                switch.unlink()
                daemon = Daemon(desk, environment=environment, log=folder / "failing.log")
                visitor.meet(daemon)
            switch.unlink(missing_ok=True)
            key = f"yes-{turn}-{number}"
            assert visitor.post("/clients", {"name": f"Client {key}", "key": key})[0] == 303
            taken.append(key)
    assert daemon.stop() == 0
    assert not (found := check(desk)), found
    with sqlite3.connect(desk) as db:
        kept = [key for (key,) in db.execute("SELECT key FROM client ORDER BY id")]
    assert kept == ["first", *taken], (set(taken) - set(kept), set(kept) - set(taken))
    told = re.findall(r"the disk refused", (folder / "failing.log").read_text())
    assert len(told) == len(refused), (len(told), len(refused))
    print(f"a disk that fails in {len(errors)} ways, {rounds} times each: {len(refused)} acts refused by a clear page, none half written; "
          "reads went on, it wrote again by itself; sound")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="more rounds, and the waits of a minute")
    full = parser.parse_args().full
    for fault in [
            lambda folder: second_daemon(folder), lambda folder: read_only_at_start(folder),
            lambda folder: failing(folder, 20 if full else 2), lambda folder: full_disk.run(folder, 12 if full else 2, full),
            lambda folder: clocks.run(folder, full), *files.FAULTS]:
        with tempfile.TemporaryDirectory(prefix="kamdesk-faults-") as folder:
            begun = time.monotonic()
            fault(pathlib.Path(folder))
            print(f"  in {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
