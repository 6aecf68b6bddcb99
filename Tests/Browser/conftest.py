"""A real browser and the running daemon, on a desk with the demo world and on an empty desk, all on the test's day."""
import pathlib
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Torture"))
from daemon import KAMDESK, Daemon, now, open_desk  # noqa: E402


def pytest_collection_modifyitems(items):
    """With several workers, one worker runs all tests of a file in order, but the tests of every page are shared out. The longest tests
    start first, otherwise one worker would finish them alone."""
    items.sort(key=lambda item: item.path.stem != "test_sweep")
    for item in items:
        if item.path.stem not in ("test_every_page", "test_sweep"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def new_world(tmp_path_factory):
    """Makes the file of a demo desk for one test only."""
    made = tmp_path_factory.mktemp("world") / "desk.sqlite"
    subprocess.run([KAMDESK, "demo", "--desk", made, "--clients", "60"], check=True, capture_output=True)

    def copy():
        return shutil.copytree(made.parent, tmp_path_factory.mktemp("desk") / "copy") / made.name

    return copy


@pytest.fixture(scope="session")
def desk(new_world):
    """A daemon on a demo desk that all tests share."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def empty(tmp_path):
    """A daemon on an empty desk for one test, below a base path."""
    daemon = Daemon(open_desk(tmp_path / "desk.sqlite"), "--base-path", "/kam")
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def new_desk(tmp_path):
    """A daemon on an empty desk for one test."""
    daemon = Daemon(open_desk(tmp_path / "desk.sqlite"))
    yield daemon
    assert daemon.stop() == 0


class Chromium:
    """The browser. Its clock shows the same time as the daemon's."""

    def __init__(self, browser):
        self.browser = browser

    def new_context(self, **options):
        context = self.browser.new_context(**options)
        context.clock.set_fixed_time(now() * 1000)
        return context


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield Chromium(browser)
        browser.close()


@pytest.fixture
def page(chromium, desk):
    """A page that fails its test if the content security policy is violated, a script throws, or a dialog opens."""
    context = chromium.new_context(base_url=desk.url, viewport={"width": 1360, "height": 900})
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append("dialog: " + dialog.message), dialog.dismiss()))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(params=["en", "ru"])
def language(request, page):
    """The desk in a language, switched as a user does it; back to English after the test."""
    speak(page, request.param)
    yield request.param
    speak(page, "en")


def speak(page, language):
    """Switches the language in the rail, which stands open in a wide window only."""
    page.set_viewport_size({"width": 1360, "height": 900})
    page.goto("/help")
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"button[name=tongue][value={language}]").click()
        page.wait_for_selector(f"html[lang={language}]")
