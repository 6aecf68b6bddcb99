"""A real browser on the running daemon, on a desk that holds the demo world and on an empty one."""
import pathlib
import subprocess
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Torture"))
from daemon import KAMDESK, Daemon, open_desk  # noqa: E402


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """The daemon on the demo desk."""
    path = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    subprocess.run([KAMDESK, "demo", "--desk", path, "--clients", "60"], check=True, capture_output=True)
    daemon = Daemon(path)
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """The daemon on a desk that holds nothing yet, below a path of its host."""
    daemon = Daemon(open_desk(tmp_path_factory.mktemp("empty") / "desk.sqlite"), "--base-path", "/kam")
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, desk):
    """A page that fails its test where the policy is violated, a script throws, or a dialog opens."""
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
    """The desk in a language, switched as a person switches it; English again behind the test."""
    speak(page, request.param)
    yield request.param
    speak(page, "en")


def speak(page, language):
    page.goto("/help")
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"button[name=tongue][value={language}]").click()
        page.wait_for_selector(f"html[lang={language}]")
