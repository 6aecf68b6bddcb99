"""Special days: for each, the demo is made, the daemon runs on it, and every page of the site map is loaded once. Two days by default, all
with SWEEP=all in the environment."""
import os
import subprocess

import pytest

from daemon import KAMDESK, Daemon
from looks import ON_ANOTHER_DAY, faults
from test_every_page import PAGES

# A zone with daylight saving.
ZONE = "Europe/Berlin"
DAYS = {
    "2026-11-29": "a Sunday, on which links were told by their colour alone",
    "2028-02-29": "a leap day, and a Tuesday",
    "2027-01-01": "the first day of a year, a holiday and a Friday",
    "2026-12-31": "the last day of a year, and a Thursday",
    "2027-03-28": "clocks are set forward",
    "2026-10-25": "clocks are set back",
    "2027-02-28": "the end of a short month",
    "2027-06-30": "the end of a half-year, and a Wednesday",
    "2027-02-01": "the first day of a month, and a Monday",
    "2027-05-01": "a holiday, and a Saturday",
    "2027-03-08": "a holiday, and a Monday",
    "2027-07-15": "the middle of a month, and a Thursday",
    "2027-04-30": "the end of a month before a holiday, and a Friday",
    "2028-03-01": "the day behind a leap day",
}


def walked(number):
    """Each page as a pair of addresses: for the record with this number, and for the second record, in case there are fewer."""
    return [(address.replace("/2", f"/{number}"), address) for address in PAGES]


@pytest.mark.parametrize("day", DAYS if os.environ.get("SWEEP") == "all" else list(DAYS)[:2])
def test_every_page_has_no_faults_on_each_special_day(chromium, tmp_path, day):
    there = {"KAMDESK_TEST_DAY": day, "TZ": ZONE}
    path = tmp_path / "desk.sqlite"
    subprocess.run(
        [KAMDESK, "demo", "--desk", path, "--clients", "60"], check=True, capture_output=True, env=os.environ | there)
    daemon = Daemon(path, environment=there)
    context = chromium.new_context(base_url=daemon.url, timezone_id=ZONE)
    page, found = context.new_page(), {}
    for address, otherwise in walked(2 + list(DAYS).index(day)):
        status = page.goto(address).status
        if status == 404:
            address, status = otherwise, page.goto(otherwise).status
        if wrong := ([status] if status >= 500 else []) + faults(page, ON_ANOTHER_DAY):
            found[address] = wrong
    said = page.request.get("/today.json").json()["day"]
    context.close()
    assert daemon.stop() == 0
    assert said == day and found == {}
