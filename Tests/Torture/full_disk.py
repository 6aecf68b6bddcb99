"""Fills the disk under a daemon and then makes room again. Checks what the daemon does then, and what the desk holds afterwards."""
import contextlib
import http.client
import os
import pathlib
import random
import sqlite3
import subprocess
import threading
import time

from daemon import KAMDESK, Daemon, Visitor, add_people, check

PASSWORD = "a full disk is no end"
PEOPLE = [("Olga Owner", "director", None), ("Kira Kam", "kam", "West"), ("Lev Kam", "kam", "West")]
SAYS = b"The disk is full"


@contextlib.contextmanager
def small_disk(folder, megabytes=8):
    """A small filesystem mounted at a folder; None if this machine does not allow mounting."""
    place = pathlib.Path(folder) / "disk"
    place.mkdir()
    image = pathlib.Path(folder) / "disk.image"
    ways = [
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", place],
        ["sh", "-c", 'truncate -s "$0"M "$1" && mkfs.ext4 -q "$1" && mount -o loop "$1" "$2"', str(megabytes), image, place],
    ]
    if not any(subprocess.run(way, capture_output=True).returncode == 0 for way in ways):
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


class Writer(threading.Thread):
    """Adds clients until the disk is full."""

    def __init__(self, visitor, prefix, seed):
        super().__init__()
        self.visitor, self.prefix, self.chance = visitor, prefix, random.Random(seed)
        self.taken, self.refused, self.faults = [], [], []

    def run(self):
        number, in_a_row = 0, 0
        try:
            while in_a_row < 8:
                number += 1
                key = f"{self.prefix}-{number}"
                note = "".join(self.chance.choices("abcdefgh ", k=self.chance.choice([200, 1000, 9000])))
                status, _, page = self.visitor.send("/clients", {"name": f"Client {key}", "key": key, "kam": "2", "note": note})
                in_a_row = 0 if status == 303 else in_a_row + 1
                (self.taken if status == 303 else self.refused).append(key)
                if status == 303:
                    continue
                for what, is_so in [
                        ("status 507", status == 507), ("what it is", SAYS in page), ("the note", note.strip().encode() in page),
                        ("the name", f'value="Client {key}"'.encode() in page), ("a number of its own", b'name="once"' in page)]:
                    if not is_so:
                        self.faults.append(f"{key}: answered {status} without {what}")
        except (OSError, http.client.HTTPException) as error:
            self.faults.append(f"{self.prefix}: {error!r}")


def fill(visitors, prefix, seed):
    writers = [Writer(visitor, f"{prefix}-{place}", seed + place) for place, visitor in enumerate(visitors)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    faults = [fault for writer in writers for fault in writer.faults]
    assert not faults, faults[:5]
    return [key for writer in writers for key in writer.taken], [key for writer in writers for key in writer.refused]


def fill_up(visitor, ballast):
    """Fills the rest, until even the smallest act fails. Room that SQLite frees from its log is filled too."""
    refused, done = 0, 0
    while refused < 5:
        with contextlib.suppress(OSError), open(ballast, "ab", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        status, _, page = visitor.send("/language", {"tongue": ["ru", "en"][done % 2]})
        assert status in (303, 507), (status, page[-300:])
        done, refused = (done + 1, 0) if status == 303 else (done, refused + 1)


def leave_room(ballast, room=3 << 19):
    """Fills the disk except for so many bytes."""
    facts = os.statvfs(ballast.parent)
    ballast.write_bytes(bytes(facts.f_bavail * facts.f_frsize - room))


def look_around(daemon, owner, kam):
    """What works while the disk is full, and what does not."""
    for path in ["/", "/today.json", "/clients", "/clients.csv", "/clients/2", "/clients/2/edit", "/search?q=client", "/health",
                 "/settings", "/account", "/login"]:
        status, page = kam.get(path)
        assert status == (303 if path == "/login" else 200) and (page or status == 303), (path, status)
    # A trade secret is not shown if the log cannot be written.
    status, page = owner.get("/clients/1")
    assert status == 507 and SAYS in page and b"Secret works" not in page, status
    for path, fields in [("/clients/2/matters", {"text": "kept in the form", "side": "ours"}), ("/language", {"tongue": "ru"})]:
        status, _, page = kam.send(path, fields)
        assert status == 507 and SAYS in page, (path, status, page[-300:])
        assert fields.get("text", "").encode() in page, path
    for password in [PASSWORD, "wrong, and too long"]:
        stranger = Visitor(daemon)
        status, _, page = stranger.send("/login", {"name": "Kira Kam", "password": password, "carried_path": "/clients",
                                                   "carried": "name=Typed+before"})
        assert status == 507 and SAYS in page and b'value="Kira Kam"' in page and b"Typed+before" in page, (status, page[-900:])
        assert not stranger.is_in()


def copies(desk):
    """There is no room for a copy either: one line says so, and nothing of it is left."""
    made = subprocess.run([KAMDESK, "backup", "--desk", desk], capture_output=True, text=True)
    assert made.returncode == 1 and made.stderr.count("\n") == 1 and "room" in made.stderr, made.stderr
    assert not list(desk.parent.glob("desk-backups/*"))


def run(folder, rounds, patience):
    """Fills the disk so many times. `patience`: waits until the program has tried to store the use of its sessions."""
    with small_disk(folder, 8 if rounds < 3 else 8 + 2 * rounds) as disk:
        if disk is None:
            print("the full disk: left out, for nobody here may mount a small one")
            return
        desk, ballast, log = disk / "desk.sqlite", disk / "ballast", pathlib.Path(folder) / "full.log"
        add_people(desk, PEOPLE, PASSWORD)
        daemon = Daemon(desk, log=log)
        owner, kam, other = (Visitor(daemon, name, PASSWORD) for name, _, _ in PEOPLE)
        assert owner.post("/clients", {"name": "Secret works", "kam": "1", "confidential": "yes"})[0] == 303
        assert kam.post("/clients", {"name": "Open works", "kam": "2"})[0] == 303
        taken, refused, more = [], [], 0
        for turn in range(rounds):
            leave_room(ballast)
            acts = fill([owner, kam, kam_again(daemon, kam), other], f"full-{turn}", turn * 10)
            assert len(acts[0]) >= 5 and len(acts[1]) >= 4 * 8, [len(act) for act in acts]
            taken, refused = taken + acts[0], refused + acts[1]
            # The room that acts leave is enough for logins and the log.
            assert Visitor(daemon, "Lev Kam", PASSWORD).is_in() and owner.get("/clients/1")[0] == 200
            fill_up(other, ballast)
            look_around(daemon, owner, kam)
            copies(desk)
            if patience:
                time.sleep(22)
            if turn % 3:
                if turn % 3 == 1:
                    assert daemon.stop() == 0
                else:
                    daemon.kill()
                daemon = start_full(desk, ballast, log)
                for visitor in (owner, kam, other):
                    visitor.meet(daemon)
            # There is room again, and the same program goes on.
            ballast.unlink(missing_ok=True)
            assert other.post("/language", {"tongue": "en"})[0] == 303
            for visitor in (owner, kam, other):
                key = f"room-{turn}-{more}"
                more += 1
                status, _, page = visitor.send("/clients", {"name": f"Client {key}", "key": key, "kam": "2"})
                assert status == 303, (status, page[-500:])
                taken.append(key)
            assert owner.get("/clients/1")[0] == 200 and Visitor(daemon, "Lev Kam", PASSWORD).is_in()
        assert daemon.stop() == 0
        assert not (found := check(desk)), found
        with sqlite3.connect(desk) as db:
            kept = [key for (key,) in db.execute("SELECT key FROM client WHERE key IS NOT NULL")]
        lost, unsaid = set(taken) - set(kept), set(kept) - set(taken)
        assert not lost and not unsaid and len(kept) == len(set(kept)), (lost, unsaid, len(kept) - len(set(kept)))
        print(f"the full disk, {rounds} times: {len(taken)} acts acknowledged, {len(refused)} refused with what was typed, none lost; "
              "reads went on, it wrote again when there was room; sound")


def kam_again(daemon, kam):
    """The same browser in another tab: a connection of its own."""
    tab = Visitor.__new__(Visitor)
    tab.cookie, tab.saved = kam.cookie, None
    tab.meet(daemon)
    return tab


def start_full(desk, ballast, log):
    """Starts on a full disk. The program serves, or says in one line why not, and serves once there is room."""
    started = subprocess.Popen(
        [KAMDESK, "serve", "--desk", desk, "--port", "0", "--keep-backups", "0"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    said = started.stdout.readline()
    if said:
        started.terminate()
        assert started.wait(timeout=20) == 0
    else:
        line = started.stderr.read()
        assert started.wait(timeout=20) == 1 and line.count("\n") == 1 and "disk is full" in line, (started.returncode, line)
        ballast.unlink()
    return Daemon(desk, log=log)
