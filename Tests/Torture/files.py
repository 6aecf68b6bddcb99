"""What can happen to a desk's file: links to it, its removal under the daemon, damaged pages, a read-only folder, a long name, other users
of the machine, and a stolen copy.

files.py [FAULT ...]
"""
import base64
import hashlib
import hmac
import http.client
import os
import pathlib
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

from daemon import KAMDESK, Daemon, Visitor, add_people, check, now, open_desk

PASSWORD = "correct horse battery"
IN_PLACE = b"file is not in its place"


def refuses(command, words):
    """A command that is refused with one clear line."""
    tried = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert tried.returncode == 1 and words in tried.stderr, (command, tried.returncode, tried.stdout, tried.stderr)
    assert tried.stderr.count("\n") == 1, tried.stderr


def serve(desk):
    return [KAMDESK, "serve", "--port", "0", "--keep-backups", "0", "--desk", desk]


def wait_for(words, log):
    """Waits until a log says something, at most ten seconds."""
    begun = time.monotonic()
    while words not in log.read_text():
        assert time.monotonic() < begun + 10, f"{words!r} is not in the log: {log.read_text()[-500:]}"
        time.sleep(0.05)
    return time.monotonic() - begun


def code(secret, moment=None):
    """The six digits that a phone shows (RFC 6238)."""
    step = struct.pack(">Q", int(now() if moment is None else moment) // 30)
    digest = hmac.new(secret, step, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 1_000_000:06}"


def secrets(folder):
    """The second factor's secret is readable neither in the file nor in a copy. Half a login is valid for this program and this password
    only."""
    desk = folder / "secret.sqlite"
    add_people(desk, [("Olga Owner", "director", None)], PASSWORD)
    daemon = Daemon(desk)
    olga = Visitor(daemon, "Olga Owner", PASSWORD)
    page = olga.get("/account/second-factor/edit")[1].decode()
    letters = re.search(r"<code[^>]*>([A-Z2-7 ]{32,})</code>", page) or re.search(r"\b([A-Z2-7]{32})\b", page)
    secret = base64.b32decode(letters[1].replace(" ", ""))
    assert olga.send("/account/second-factor", {"code": code(secret)})[0] == 200
    subprocess.run([KAMDESK, "backup", "--desk", desk], check=True, stdout=subprocess.DEVNULL)
    for path in folder.rglob("*"):
        assert path.is_dir() or secret not in path.read_bytes(), f"{path.name} holds a second factor's secret in clear"

    def half(daemon):
        stranger = Visitor(daemon)
        status, _, page = stranger.send("/login", {"name": "Olga Owner", "password": PASSWORD})
        assert status == 200, status
        return re.search(rb'name="half" value="([^"]+)"', page)[1].decode()

    kept = half(daemon)
    assert daemon.stop() == 0
    daemon = Daemon(desk)
    later = code(secret, now() + 30)
    assert Visitor(daemon).send("/login", {"half": kept, "code": later})[0] != 303, "half a login outlives its program"
    assert daemon.stop() == 0
    # A thief builds half a login from what is in a copy.
    copy = next(path for path in folder.glob("secret-backups/*.sqlite"))
    with sqlite3.connect(f"file:{copy}?immutable=1", uri=True) as db:
        columns = {row[1] for row in db.execute("PRAGMA table_info(desk)")}
        key = db.execute("SELECT secret FROM desk").fetchone()[0] if "secret" in columns else bytes(32)
    daemon = Daemon(desk)
    text = f"1.{int(now() * 1000)}"
    forged = text + "." + hashlib.blake2b(f"half {text}".encode(), key=key, digest_size=32).hexdigest()
    assert Visitor(daemon).send("/login", {"half": forged, "code": later})[0] != 303, "a copy opens an account"
    assert daemon.stop() == 0
    # The same copy, restored with and without the key.
    for name, has_key in [("with", True), ("without", False)]:
        again = folder / f"{name}.sqlite"
        if has_key:
            shutil.copy(f"{desk}-key", f"{again}-key")
        said = subprocess.run([KAMDESK, "restore", copy, "--desk", again], capture_output=True, text=True)
        assert said.returncode == 0 and ("reset-second-factor" in said.stderr) != has_key, said
        daemon = Daemon(again)
        status, _, page = Visitor(daemon).send("/login", {"name": "Olga Owner", "password": PASSWORD})
        assert (status == 200 and b'name="half"' in page) == has_key, (name, status)
        assert has_key or b"key with which the desk checks them is gone" in page
        assert daemon.stop() == 0
    subprocess.run([KAMDESK, "user", "reset-second-factor", "Olga Owner", "--desk", again], check=True, stdout=subprocess.DEVNULL)
    daemon = Daemon(again)
    assert Visitor(daemon, "Olga Owner", PASSWORD).is_in() and daemon.stop() == 0
    print("a copy in the wrong hands: no second factor in it, no half login from it; restored with and without the key")


def open_to_others(folder):
    return sorted(f"{path.relative_to(folder)} {path.stat().st_mode & 0o777:o}"
                  for path in folder.rglob("*") if path.stat().st_mode & 0o077)


def modes(folder):
    """Whatever the umask, only the owner can open what the program creates. Files that were open are tightened at the start, and named."""
    desk, log = folder / "mine.sqlite", folder / "log"
    log.touch(mode=0o600)
    before = os.umask(0)
    try:
        daemon = Daemon(open_desk(desk), log=log)
        assert Visitor(daemon).post("/clients", {"name": "Mine"})[0] == 303
        subprocess.run([KAMDESK, "backup", "--desk", desk], check=True, stdout=subprocess.DEVNULL)
        demo = subprocess.Popen([KAMDESK, "demo", "--desk", folder / "demo.sqlite", "--clients", "300"], stdout=subprocess.DEVNULL)
        while demo.poll() is None:
            assert not (found := open_to_others(folder)), found
            time.sleep(0.02)
        assert not (found := open_to_others(folder)), found
        assert daemon.stop() == 0
    finally:
        os.umask(before)
    for path in folder.glob("mine.sqlite*"):
        path.chmod(0o644)
    daemon = Daemon(desk, log=log)
    assert not (found := open_to_others(folder)), found
    assert f"{desk}, {desk}-heads, {desk}-key, {desk}-lock" in log.read_text(), log.read_text()
    assert daemon.stop() == 0
    print("modes: nothing is open to others, under a umask of 0; an open desk is tightened and named")


def links(folder):
    """Two programs on one file with two names."""
    desk, soft, hard = folder / "linked.sqlite", folder / "soft.sqlite", folder / "hard.sqlite"
    first = Daemon(open_desk(desk))
    visitor = Visitor(first)
    soft.symlink_to(desk.name)
    refuses(serve(soft), f"is open in another kamdesk, process {first.process.pid}")
    refuses([KAMDESK, "user", "add", "--desk", soft, "Somebody"], "is open in another kamdesk")
    assert visitor.post("/clients", {"name": "Seen"})[0] == 303
    listed = subprocess.run([KAMDESK, "print", "client", "1", "--desk", soft], capture_output=True, text=True)
    assert "Seen" in listed.stdout, listed
    os.link(desk, hard)
    for path in [hard, desk]:
        for command in [serve(path)] + [[KAMDESK, *words, "--desk", path] for words in (
                ["check"], ["backup"], ["user", "list"], ["user", "add", "Somebody"], ["print", "client", "1"])]:
            refuses(command, "has 2 names (hard links)")
    hard.unlink()
    assert first.stop() == 0 and not check(soft)
    second = Daemon(soft)
    refuses(serve(desk), "is open in another kamdesk")
    assert Visitor(second).count() == 1 and second.stop() == 0
    assert not [path.name for path in folder.iterdir() if path.name.startswith(("soft.sqlite-", "hard.sqlite-"))]
    print("two names of one file: the second program is refused, by a symbolic and by a hard link")


def gone(folder):
    """The file, its log or its folder is removed or replaced while the daemon runs."""
    spare = open_desk(folder / "spare.sqlite")
    copy = subprocess.run([KAMDESK, "backup", "--desk", spare], capture_output=True, text=True, check=True).stdout.split(":")[0]

    def overwrite(path, content):
        with open(path, "r+b") as file:
            file.truncate(0)
            file.write(content)

    fates = {
        "removed": lambda desk: desk.unlink(),
        "moved": lambda desk: desk.rename(f"{desk}-moved"),
        "replaced": lambda desk: os.replace(shutil.copy(copy, f"{desk}-new"), desk),
        "restored over": lambda desk: overwrite(desk, pathlib.Path(copy).read_bytes()),
        "cut off": lambda desk: os.truncate(desk, 40960),
        "without its log": lambda desk: os.unlink(f"{desk}-wal"),
        "with another log": lambda desk: os.replace(shutil.copy(f"{desk}-wal", f"{desk}-new"), f"{desk}-wal"),
        "in a folder that was moved": lambda desk: desk.parent.rename(f"{desk.parent}-moved"),
        "without its lock": lambda desk: os.unlink(f"{desk}-lock"),
    }
    slowest = 0
    for number, (name, fate) in enumerate(fates.items()):
        place, log = folder / f"gone-{number}", folder / f"gone-{number}.log"
        place.mkdir()
        daemon = Daemon(open_desk(place / "desk.sqlite"), log=log)
        visitor = Visitor(daemon)
        assert visitor.post("/clients", {"name": "Kept"})[0] == 303
        fate(place / "desk.sqlite")
        taken = 0
        for act in range(40):
            status, _, page = visitor.send("/clients", {"name": f"Lost {act}"})
            taken += status == 303
            # In a truncated file, SQLite may first meet a missing page.
            words = [IN_PLACE] + [b"file is damaged"] * (name == "cut off")
            assert status == 303 or status == 503 and any(said in page for said in words), (name, status, page[-300:])
        assert not taken, f"{name}: {taken} of 40 acts were acknowledged"
        slowest = max(slowest, wait_for("no more acts", log))
        wait_for("cut off" if name == "cut off" else "no more acts", log)
        status, page = visitor.get("/")
        assert status == 503 and IN_PLACE in page, (name, status)
        assert visitor.get("/health")[0] == 503
        before = {path: path.read_bytes() for path in place.glob("desk.sqlite*") if path.suffix != ".sqlite-lock"} if place.exists() else {}
        assert daemon.stop() == 0
        assert before == {path: path.read_bytes() for path in before}, f"{name}: the end of the program has changed what lies there"
    # Without an act, the log reports it.
    idle = Daemon(open_desk(folder / "idle.sqlite"), log=folder / "idle.log")
    assert Visitor(idle).get("/")[0] == 200
    # The daemon must have fully started before its file is deleted.
    time.sleep(1)
    (folder / "idle.sqlite").unlink()
    wait_for("no more acts", folder / "idle.log")
    assert idle.stop() == 0
    # The log left behind must not be applied to the file that replaces the old one.
    left = folder / "left.sqlite"
    killed = Daemon(open_desk(left))
    assert Visitor(killed).post("/clients", {"name": "In the log"})[0] == 303
    killed.kill()
    left.rename(folder / "former.sqlite")
    shutil.copy(copy, left)
    before = left.read_bytes(), (folder / "left.sqlite-wal").read_bytes()
    for command in [serve(left), [KAMDESK, "check", "--desk", left], [KAMDESK, "user", "list", "--desk", left]]:
        refuses(command, "is the log of another file")
    assert before == (left.read_bytes(), (folder / "left.sqlite-wal").read_bytes())
    (folder / "former.sqlite").rename(left)
    assert not check(left)
    back = Daemon(left)
    assert Visitor(back).count() == 1 and back.stop() == 0
    print(f"a file that is taken away or replaced in {len(fates)} ways: not one of 40 acts taken each time, a page and the log say so; "
          "another's log is not read")


def damaged(folder):
    """Damaged pages: after SQLite has met one, no act is accepted, readable pages are still shown, and nothing crashes."""
    source = open_desk(folder / "source.sqlite")
    maker = Daemon(source)
    visitor = Visitor(maker)
    for number in range(300):
        assert visitor.post("/clients", {"name": f"Client {number}", "note": "so that it fills pages " * 20})[0] == 303
    assert maker.stop() == 0
    subprocess.run([KAMDESK, "backup", "--desk", source, "--to", folder / "copies"], check=True, stdout=subprocess.DEVNULL)
    for table in ["client", "client_by_name", "change", "standing"]:
        desk = shutil.copy(source, folder / f"{table}.sqlite")
        shutil.copy(f"{source}-key", f"{desk}-key") if os.path.exists(f"{source}-key") else None
        with sqlite3.connect(f"file:{desk}?immutable=1", uri=True) as db:
            pages = [page for (page,) in db.execute(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND pageno > 1", [table])]
        assert pages, table
        with open(desk, "r+b") as file:
            for page in pages:
                file.seek((page - 1) * 4096)
                file.write(bytes(byte ^ 0xA5 for byte in range(256)) * 16)
        daemon = Daemon(desk, "--backups", str(folder / "copies"), log=folder / f"{table}.log")
        visitor, taken = Visitor(daemon), 0
        statuses = [visitor.get(path)[0] for path in ["/", "/clients", "/clients/7", "/history", "/clients/7/edit"]]
        for act in range(40):
            status, _, _ = visitor.send("/clients", {"name": f"Late {act}"})
            taken += status == 303
            statuses.append(status)
        assert 500 not in statuses, (table, statuses)
        assert not taken, f"{table}: {taken} of 40 acts were taken on damaged pages"
        status, page = visitor.get("/settings")
        assert status == 200 and b"file is damaged" in page, (table, status)
        wait_for("no more acts", folder / f"{table}.log")
        assert daemon.stop() == 0
    print("damaged pages of 4 tables and indexes: not one of 40 acts taken each time, no page was a fault of the program")


def as_somebody(folder):
    """How to run a command as a user whom file modes restrict; root is not restricted."""
    if os.geteuid():
        return {}
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, 65534, 65534)
    return {"user": 65534, "group": 65534, "extra_groups": []}


def read_only(folder):
    """On a read-only disk, commands that only read still work, after a daemon that ended well and after one that was killed."""
    os.chmod(folder, 0o755)
    program = shutil.copy(KAMDESK, folder / "kamdesk")
    os.chmod(program, 0o755)
    for state in ["closed", "killed", "killed, without -shm"]:
        place = folder / state.replace(" ", "-").replace(",", "")
        place.mkdir()
        desk = open_desk(place / "desk.sqlite")
        daemon = Daemon(desk)
        assert Visitor(daemon).post("/clients", {"name": "In the log"})[0] == 303
        if state == "closed":
            assert daemon.stop() == 0
        else:
            daemon.kill()
        if "without" in state:
            (place / "desk.sqlite-shm").unlink()
        elsewhere = folder / f"{place.name}-copies"
        elsewhere.mkdir()
        os.chmod(elsewhere, 0o777)
        someone = as_somebody(place)
        before = {path.name: path.read_bytes() for path in place.iterdir() if not path.name.endswith("-shm")}
        commands = [["check"], ["user", "list"], ["print", "client", "1"], ["backup", "--to", "COPIES"],
                    ["backup", "--seal", "--to", "COPIES"]]
        for way in ["modes", "mount"]:
            if way == "mount" and os.geteuid():
                continue
            for path in place.iterdir():
                path.chmod(0o400)
            place.chmod(0o500)
            for command in commands:
                # Two copies made in the same second have the same name.
                command = [word.replace("COPIES", f"{elsewhere}/{way}{len(command)}") for word in command]
                line, how = [str(program), *command, "--desk", str(desk)], dict(someone)
                if way == "mount":
                    mounted = f"mount --bind '{place}' '{place}' && mount -o remount,bind,ro '{place}' && exec \"$@\""
                    line, how = ["unshare", "-m", "sh", "-c", mounted, "sh", *line], {}
                said = subprocess.run(
                    line, capture_output=True, text=True, env=os.environ | {"KAMDESK_PASSPHRASE": "correct horse battery"}, **how)
                assert said.returncode == 0, (state, way, command, said.stdout[-300:], said.stderr)
                if command[0] == "print":
                    assert "In the log" in said.stdout, (state, way)
            place.chmod(0o700)
        assert before == {path.name: path.read_bytes() for path in place.iterdir() if not path.name.endswith("-shm")}
    print("a folder and a mount that can only be read: check, print, backup and user list work, of a desk that was closed or killed")


def names(folder):
    """Desks with names of the greatest length, and one with quotes."""
    for name in ["d" * 233 + ".sqlite", "d" * 240, "O'Brien \"& Sons\".sqlite", "я" * 116 + ".sqlite"]:
        desk = open_desk(folder / name)
        copies = folder / "copies"
        subprocess.run([KAMDESK, "backup", "--desk", desk, "--to", copies], check=True, stdout=subprocess.DEVNULL)
        daemon = Daemon(desk, "--keep-backups", "3", "--backups", str(copies))
        connection = http.client.HTTPConnection(daemon.host, daemon.port, timeout=30)
        connection.request("GET", "/settings/copy")
        answer = connection.getresponse()
        header = answer.headers["Content-Disposition"]
        assert answer.status == 200 and answer.read(15) == b"SQLite format 3", answer.status
        connection.close()
        assert re.fullmatch(r'attachment; filename="[^"\\]+"(; filename\*=UTF-8\'\'[\w.~%-]+)?', header), header
        assert daemon.stop() == 0 and not check(desk)
        shutil.rmtree(copies)
    print("names of 240 letters and with quotes: copied, and downloaded under their name")


FAULTS = [secrets, modes, links, gone, damaged, read_only, names]


def run(faults=FAULTS):
    for fault in faults:
        with tempfile.TemporaryDirectory(prefix="kamdesk-files-") as folder:
            fault(pathlib.Path(folder))


if __name__ == "__main__":
    run([fault for fault in FAULTS if not sys.argv[1:] or fault.__name__ in sys.argv[1:]])
