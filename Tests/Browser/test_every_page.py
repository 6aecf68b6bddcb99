"""What must hold for each page of the site map."""
import subprocess

import pytest

from conftest import speak
from daemon import KAMDESK, Visitor
from looks import BY_TONGUE, IN_WORDS, faults

ROUTES = subprocess.run([KAMDESK, "routes"], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
# Of each kind of record, the one that has the most in the demo.
PAGES = sorted(
    line.split()[1].replace("ID", "2") for line in ROUTES
    if line.startswith("GET") and "/assets" not in line and "/health" not in line) + ["/search?q=hospital", "/nowhere"]
LONG = ["W" * 200, "Государственное автономное учреждение здравоохранения «Республиканская клиническая больница восстановительного лечения»"]


@pytest.fixture(scope="module")
def long_names(desk):
    """The addresses of clients and tenders with the longest possible names. They appear in all lists."""
    visitor = Visitor(desk)
    made = [visitor.post("/clients", {"name": name, "note": name})[1] for name in LONG]
    for name in LONG:
        made.append(visitor.post("/tenders", {"title": " ".join([name] * (900 // len(name))), "client": name, "stage": "open"})[1])
        made.append(visitor.post(made[-1] + "/lots", {"subject": name, "start": "1"})[1])
    return made


@pytest.fixture(scope="module", params=["en", "ru"])
def spoken(request, chromium, desk, long_names):
    """A page in a language, and the looks to give it."""
    context = chromium.new_context(base_url=desk.url, viewport={"width": 1360, "height": 900})
    page = context.new_page()
    speak(page, request.param)
    yield page, BY_TONGUE[request.param]
    speak(page, "en")
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wrong_with_a_page_however_it_is_looked_at(spoken, address):
    page, looks = spoken
    assert page.goto(address).status < 500
    assert faults(page, looks) == []


@pytest.mark.parametrize("address", PAGES)
def test_words_break_only_between_words_at_every_width(spoken, address):
    page, _ = spoken
    page.goto(address)
    assert faults(page, IN_WORDS) == []


def test_nothing_is_wrong_with_names_as_long_as_can_be(spoken, long_names):
    page, looks = spoken
    for address in long_names + [address + "/edit" for address in long_names]:
        page.goto(address)
        assert faults(page, looks) == [], address


def test_nothing_is_wrong_with_a_form_that_is_not_taken_and_with_what_follows_an_act(spoken):
    page, looks = spoken
    page.goto("/clients/new")
    page.fill("#name", "x")
    page.fill("#inn", "1")
    page.click("main button.main")
    assert page.locator("#inn-error").is_visible()
    assert faults(page, looks) == [], "a form with an error"
    page.fill("#inn", "")
    page.click("main button.main")
    page.wait_for_selector(".saved")
    assert faults(page, looks) == [], "the page that follows an act"
    client = page.url
    other = page.context.new_page()
    for window in (page, other):
        window.goto(client + "/edit")
    for window in (page, other):
        window.fill("#note", str(window is page))
        window.fill("#city", "Tver" if window is page else "")
        with window.expect_navigation():
            window.click("main button.main")
    other.wait_for_selector("#note-theirs")
    assert faults(other, looks) == [], "a form that clashes"
    other.close()


def test_an_empty_desk_says_what_to_do_first_below_its_path(chromium, empty):
    context = chromium.new_context(base_url=empty.url + "/")
    page = context.new_page()
    page.goto(empty.url + "/")
    page.get_by_text("Add your first client").click()
    page.fill("#name", "First")
    page.click("main button.main")
    page.wait_for_url(empty.url + "/clients/1")
    page.goto(empty.url + "/")
    assert page.get_by_text("Add your first client").count() == 0
    context.close()
