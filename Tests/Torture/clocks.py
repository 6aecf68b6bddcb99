"""Sets the clock forward and back under a daemon with faketime: what began before must neither end at once nor last for ever."""
import os
import pathlib
import sqlite3
import subprocess
import time
from unittest import mock

from daemon import KAMDESK, Daemon, Visitor, add_people, check

PASSWORD = "what time is it, please"
PEOPLE = [("Olga Owner", "director", None), ("Dina Director", "director", None)]
HOUR, DAY, YEAR = 3600, 86400, 365 * 86400


class Clock:
    """Tells a program a time that is so many seconds off."""

    def __init__(self, file):
        self.file = file
        # The library would add its own variable to a program's environment, and the program would then not find its arguments. The faketime
        # command does that once, and lives as long as this object.
        self.keeper = subprocess.Popen(
            ["faketime", "-m", "-f", "+0", "sh", "-c", 'echo "$LD_PRELOAD $FAKETIME_SHARED"; read end'], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        library, shared = self.keeper.stdout.readline().strip().split(" ", 1)
        # Durations do not depend on the wall clock; for the system neither.
        self.environment = {"LD_PRELOAD": library, "FAKETIME_SHARED": shared, "FAKETIME_TIMESTAMP_FILE": str(file),
                            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self.set(0)

    def set(self, seconds):
        self.off = seconds
        beside = self.file.with_suffix(".new")
        beside.write_text(f"{seconds:+d}\n")
        beside.rename(self.file)

    def now(self):
        return time.time() + self.off


class Desk:
    """The desk under test, and everything that it acknowledged, in order."""

    def __init__(self, folder, *options):
        self.folder, self.path = folder, folder / "clock.sqlite"
        self.clock, self.options, self.lines = Clock(folder / "offset"), options, []
        add_people(self.path, PEOPLE, PASSWORD)
        self.daemon = None
        self.start()

    def start(self):
        if self.daemon:
            assert self.daemon.stop() == 0
        self.daemon = Daemon(self.path, *self.options, environment=self.clock.environment, log=self.folder / "clock.log")

    def login(self):
        visitor = Visitor(self.daemon, "Dina Director", PASSWORD)
        assert visitor.is_in()
        return visitor

    def work(self, visitor):
        """Does some acts at the moment that the clock shows. Their lines must follow the earlier ones, and the pages must answer."""
        for act in range(3):
            key = f"at-{self.clock.off}-{len(self.lines)}"
            status, _, page = visitor.send("/clients", {"name": f"Client {key}", "key": key, "kam": "2"})
            assert status == 303 and visitor.saved, (status, page[-400:])
            assert not self.lines or visitor.saved > self.lines[-1], (self.lines, visitor.saved)
            self.lines.append(visitor.saved)
            with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as db:
                at = db.execute("SELECT at / 1000.0 FROM change WHERE id = ?", [visitor.saved]).fetchone()[0]
            assert abs(at - self.clock.now()) < 30, (at, self.clock.now())
        for path in ["/", "/today.json", "/clients", "/clients/1", "/clients/1/history", "/receivables", "/account", "/absences", "/health"]:
            assert visitor.get(path)[0] == 200, path
        history = [line["id"] for line in visitor.json("/clients/1/history.json")["changes"]]
        assert history == sorted(history, reverse=True), history
        # Undo takes back the last act, whatever its moment.
        status, _, page = visitor.send("/clients", {"name": "Taken back", "kam": "2"})
        assert status == 303
        assert visitor.send(f"/history/{visitor.saved}/back", {})[0] == 303
        assert "Taken back" not in [row["name"] for row in visitor.json("/clients.json")["rows"]]

    def is_sound(self):
        found = check(self.path)
        assert not found, found


def throttle(desk):
    """After too many wrong passwords the wait is at most a minute, whatever the clock does."""
    waits = []
    for off in [0, YEAR, -YEAR, 0]:
        desk.clock.set(off)
        for guess in range(12):
            stranger = Visitor(desk.daemon)
            status, _, page = stranger.send("/login", {"name": "Dina Director", "password": f"a wrong guess {guess}"})
            assert status in (422, 429), status
            waits.append(status)
    assert waits[:10] == [422] * 10 and set(waits[10:]) == {429}, waits
    return time.monotonic()


# Here the program uses the machine's clock, on its real day.
@mock.patch.dict(os.environ, {"KAMDESK_TEST_DAY": ""})
def run(folder, full):
    desk = Desk(pathlib.Path(folder))
    first = desk.login()
    desk.work(first)

    desk.clock.set(DAY)
    assert not first.is_in(), "a login that was not used for a day still stands"
    ahead = desk.login()
    desk.work(ahead)

    desk.clock.set(-YEAR)
    # A login that began in the future is valid now, and no longer than any other.
    assert ahead.is_in()
    back = desk.login()
    desk.work(back)
    if full:
        time.sleep(45)
    else:
        # The program checks its logins at the start and every 20 seconds.
        desk.start()
        wait_for(desk, lambda db: db.execute(
            "SELECT count(*) FROM session WHERE started_at / 1000 > ?", [desk.clock.now()]).fetchone()[0] == 0)
    desk.is_sound()
    desk.clock.set(-YEAR + 13 * HOUR)
    for visitor in (ahead, back):
        visitor.meet(desk.daemon)
        assert not visitor.is_in(), "a login of a clock that was set back lasts for ever"
    desk.work(desk.login())

    desk.clock.set(0)
    for visitor in (first, ahead, back):
        visitor.meet(desk.daemon)
        assert not visitor.is_in()
    desk.work(desk.login())
    began = throttle(desk)
    if full:
        time.sleep(max(0, 62 - (time.monotonic() - began)))
        desk.work(desk.login())
    assert desk.daemon.stop() == 0
    desk.is_sound()
    with sqlite3.connect(desk.path) as db:
        there = [line for (line,) in db.execute("SELECT id FROM change ORDER BY id")]
    assert set(desk.lines) <= set(there) and there == list(range(1, len(there) + 1))
    made = copies(pathlib.Path(folder), desk) if full else by_hand(desk)
    print(f"a clock set a day forward and a year back: {len(desk.lines)} acts in their order, logins end, nobody is locked out, "
          f"{made} copies; sound")


def wait_for(desk, is_so):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as db:
            if is_so(db):
                return
        time.sleep(0.1)
    raise AssertionError("the daemon does not look after its logins")


def by_hand(desk):
    """Makes a copy at each time with the command."""
    for off in [0, DAY, -YEAR, 1]:
        desk.clock.set(off)
        made = subprocess.run([KAMDESK, "backup", "--desk", desk.path, "--keep", "3"], capture_output=True, text=True,
                              env=desk.clock.environment)
        assert made.returncode == 0, made.stderr
        assert pathlib.Path(made.stdout.split(": sound")[0]).exists(), made.stdout
    return len(list(desk.folder.glob("clock-backups/*.sqlite")))


def copies(folder, desk):
    """The daemon's own copies go on. A copy from the future must not cause a new copy every minute."""
    place = folder / "kept"
    desk.clock.set(DAY)
    desk.options = ("--keep-backups", "9", "--backups", place)
    desk.daemon = None
    desk.start()
    time.sleep(65)
    assert len(list(place.glob("*.sqlite"))) == 1
    desk.clock.set(-YEAR)
    time.sleep(185)
    assert len(list(place.glob("*.sqlite"))) == 2, list(place.iterdir())
    desk.clock.set(0)
    time.sleep(65)
    made = len(list(place.glob("*.sqlite")))
    assert made == 3, list(place.iterdir())
    assert desk.daemon.stop() == 0
    desk.is_sound()
    return made
