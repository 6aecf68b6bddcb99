"""What was deleted comes back in a few clicks, and the search opens what is meant."""
import re

import pytest

from daemon import Daemon, Visitor
from looks import BY_TONGUE, faults


@pytest.fixture(scope="module")
def desk(new_world):
    """A daemon on a demo desk of its own: clients are deleted here."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


class Clicks:
    """Counts the clicks on a page."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def on(self, locator):
        self.count += 1
        locator.click()
        self.page.wait_for_load_state()


def delete(page, client):
    page.goto(f"/clients/{client}/delete")
    lines = page.locator(".going li").count()
    assert 0 < lines <= 10 and page.evaluate("document.documentElement.scrollHeight") < 1000
    page.click("button.dangerous")


def test_a_deleted_client_is_brought_back_in_three_clicks(page, language, desk):
    page.goto("/clients/3")
    name = page.inner_text("h1")
    delete(page, 3)
    # Days later: nothing on the page speaks of it any more.
    page.goto("/")
    clicks = Clicks(page)
    clicks.on(page.locator("nav a[href='/settings']"))
    clicks.on(page.locator("main a[href='/deleted']"))
    assert faults(page, BY_TONGUE[language]) == []
    clicks.on(page.locator("tr", has_text=name).locator("button"))
    assert page.url.endswith("/clients/3") and page.inner_text("h1") == name
    assert clicks.count == 3


def test_the_page_of_a_deleted_client_brings_it_back_in_one_click(page, language, desk):
    page.goto("/clients/4")
    name = page.inner_text("h1")
    delete(page, 4)
    answer = page.goto("/clients/4")
    assert answer.status == 404 and name in page.inner_text("h1")
    assert faults(page, BY_TONGUE[language]) == []
    page.click("main button.main")
    page.wait_for_load_state()
    assert page.url.endswith("/clients/4") and page.inner_text("h1") == name


def test_enter_opens_the_first_hit(page, desk):
    invoice = Visitor(desk).json("/clients/2/receivables.json")
    number = re.search(r"'number': '([^']+)'", str(invoice))[1]
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(invoices|orders|payments)/\d+$"))
    assert number in page.inner_text("main")
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("regional onc")
    page.locator(".found a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/clients/2$"))


def test_enter_opens_the_first_hit_without_a_script(chromium, desk):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("input[name=q]", "Regional Oncology Centre")
    page.press("input[name=q]", "Enter")
    assert page.url.endswith("/clients/2")
    page.fill("input[name=q]", "hospital")
    page.press("input[name=q]", "Enter")
    assert "/search?" in page.url and page.locator("#results a").count() > 1
    context.close()


def test_what_can_be_done_with_the_open_client_is_found_in_both_languages(page, language, desk):
    for text, address in [("hand over", "/handover"), ("передать", "/handover"), ("payment", "/payments/new"), ("платёж", "/payments/new")]:
        page.goto("/clients/2")
        page.keyboard.press("Control+k")
        page.keyboard.type(text)
        page.locator(f".found a[href='/clients/2{address}']").wait_for()
