"""What holds for every page of the site map."""
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import speak
from daemon import KAMDESK, Visitor

ROUTES = subprocess.run([KAMDESK, "routes"], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
PAGES = sorted(
    line.split()[1].replace("ID", "2") for line in ROUTES
    if line.startswith("GET") and "/assets" not in line and "/health" not in line) + ["/search?q=hospital", "/nowhere"]
# What passes is not asked about: on a page of a thousand nodes it costs more than what does not.
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}, "resultTypes": ["violations"]}
# Nobody presses paper.
PAPER = RULES | {"rules": {"target-size": {"enabled": False}}}
axe = Axe()


def open_page(chromium, url, **options):
    context = chromium.new_context(base_url=url, **options)
    return context, context.new_page()


@pytest.mark.parametrize("look", ["light", "dark", "print"])
@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_axe_finds_nothing_against_it(chromium, desk, look, tongue):
    scheme = "dark" if look == "dark" else "light"
    context, page = open_page(chromium, desk.url, color_scheme=scheme, viewport={"width": 1360, "height": 900})
    if look == "print":
        check_paper(page, tongue)
        context.close()
        return
    speak(page, tongue)
    found = {}
    for address in PAGES:
        page.goto(address)
        violations = axe.run(page, options=RULES).response["violations"]
        if violations:
            found[address] = [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in violations]
    page.goto("/clients/new")
    page.fill("#name", "x")
    page.fill("#inn", "1")
    page.click("main button.main")
    assert page.locator("#inn-error").is_visible()
    if violations := axe.run(page, options=RULES).response["violations"]:
        found["a form with an error"] = [v["id"] for v in violations]
    page.fill("#inn", "")
    page.click("main button.main")
    page.wait_for_selector(".saved")
    if violations := axe.run(page, options=RULES).response["violations"]:
        found["the page that follows an act"] = [v["id"] for v in violations]
    client = page.url
    other = context.new_page()
    for window in (page, other):
        window.goto(client + "/edit")
    for window in (page, other):
        window.fill("#note", str(window is page))
        window.fill("#city", "Tver" if window is page else "")
        with window.expect_navigation():
            window.click("main button.main")
    other.wait_for_selector("#note-theirs")
    if violations := axe.run(other, options=RULES).response["violations"]:
        found["a form that clashes"] = [v["id"] for v in violations]
    speak(page, "en")
    context.close()
    assert found == {}


def check_paper(page, tongue):
    """As paper shows it: what is not printed is not looked at."""
    speak(page, tongue)
    page.emulate_media(media="print")
    found = {}
    for address in PAGES:
        page.goto(address)
        violations = axe.run(page, options=PAPER).response["violations"]
        if violations:
            found[address] = [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in violations]
    page.emulate_media(media="screen")
    speak(page, "en")
    assert found == {}


@pytest.mark.parametrize("width", [360, 2560])
def test_nothing_scrolls_sideways(chromium, desk, width):
    visitor = Visitor(desk)
    long = ["W" * 200, "Государственное автономное учреждение здравоохранения «Республиканская клиническая больница восстановительного лечения»"]
    made = [visitor.post("/clients", {"name": name, "note": name})[1] for name in long]
    context, page = open_page(chromium, desk.url, viewport={"width": width, "height": 800})
    wide = []
    for address in PAGES + made + [address + "/edit" for address in made]:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    context.close()
    assert wide == []


def test_an_empty_desk_says_what_to_do_first_below_its_path(chromium, empty):
    context, page = open_page(chromium, empty.url + "/")
    page.goto(empty.url + "/")
    page.get_by_text("Add your first client").click()
    page.fill("#name", "First")
    page.click("main button.main")
    page.wait_for_url(empty.url + "/clients/1")
    page.goto(empty.url + "/")
    assert page.get_by_text("Add your first client").count() == 0
    context.close()
