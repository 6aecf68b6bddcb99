"""Ways that end well: Today keeps its place, questions are kept, payments begin on an invoice, and focus begins in the first field."""
import re

import pytest

ROWS = ".why[id^=matter-]:visible"


@pytest.mark.parametrize("script", [True, False])
def test_done_on_today_keeps_the_place_and_names_what_was_done(chromium, desk, script):
    context = chromium.new_context(base_url=desk.url, viewport={"width": 1360, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    page.goto("/")
    row = page.locator(ROWS).nth(6)
    text = row.locator("a").first.inner_text()
    below = page.locator(ROWS).nth(6)
    below.scroll_into_view_if_needed()
    row.get_by_role("button", name="Done").click()
    page.wait_for_url("**/#matter-*")
    page.wait_for_timeout(800)
    assert page.locator(".saved").inner_text().startswith(f"Done: {text}")
    target = page.locator("#" + page.url.split("#")[1]).bounding_box()
    note = page.locator(".saved").bounding_box()
    assert 0 <= note["y"] < target["y"] < 900 - target["height"]
    page.get_by_role("button", name="Undo").click()
    page.wait_for_load_state()
    assert page.locator(".saved").inner_text().startswith(f"Undone: {text}")
    assert page.locator(ROWS, has_text=text).count() > 0
    context.close()


def test_after_done_the_next_promise_has_the_focus_where_it_was(page):
    page.goto("/")
    row = page.locator(ROWS).nth(6)
    row.evaluate("row => scrollTo({top: row.getBoundingClientRect().top - 500, behavior: 'instant'})")
    top = row.bounding_box()["y"]
    row.get_by_role("button", name="Done").click()
    page.wait_for_url("**/#matter-*")
    page.wait_for_function("document.activeElement.closest('.why') !== null")
    assert page.evaluate("document.activeElement.closest('.why').id") == page.url.split("#")[1]
    page.wait_for_function("scrollY > 500")
    assert abs(page.evaluate("document.activeElement.closest('.why').getBoundingClientRect().top") - top) < 80
    page.keyboard.press("u")
    page.wait_for_load_state()


def test_l_on_today_leads_to_the_one_line(page):
    page.goto("/")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.name") == "line"


@pytest.mark.parametrize("width", [1360, 1920])
def test_today_fits_two_screens_and_shows_money_at_risk_on_the_first(page, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    # The dashboard is a sheet of its own above the day.
    heights = page.evaluate("[...document.querySelectorAll('.dashboard, .cols.today')].map(part => part.offsetHeight)")
    assert len(heights) == 2 and all(height <= 1500 for height in heights), heights
    for part in (".answer b >> nth=0", ".figures", ".dashboard tbody tr >> nth=0"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] < 900, part
    overdue = {"en": "Overdue debt", "ru": "Просроченный долг"}[language]
    assert page.locator(".figures dt", has_text=overdue).count() == 1


@pytest.mark.parametrize("address, field", [
    ("/clients/2/edit", "name"), ("/clients/2/people/new", "name"), ("/orders/new", "client"), ("/people/1/edit", "name"),
    ("/clients/2/brief/edit", "day"), ("/people/1/assessments/new", None), ("/clients/2/payments/new", "amount"),
    ("/events/new", "name"), ("/interactions/new", "line"), ("/matters/1/edit", "side"),
])
def test_focus_begins_in_the_first_field_of_a_form(page, address, field):
    assert page.goto(address).ok
    focused = page.evaluate("[document.activeElement.name, document.activeElement.tagName]")
    assert focused[0] == field if field else focused[1] in ("INPUT", "SELECT", "TEXTAREA")


def test_focus_begins_in_the_first_wrong_field(page):
    page.goto("/clients/2/payments/new")
    page.fill("#amount", "much")
    page.click("main button.main")
    page.wait_for_load_state()
    assert page.evaluate("document.activeElement.id") == "amount"


def test_an_unanswered_name_keeps_the_line_the_choices_and_the_name(page):
    page.goto("/interactions/new?line=call+Olga:+fine")
    choices = page.locator(".who label").count()
    assert choices > 2 and page.evaluate("document.activeElement.name") == "who-0"
    page.click("main button.main")
    page.wait_for_load_state()
    assert page.locator(".who legend").inner_text() == "Who is “Olga”?"
    assert page.locator("#who-0-error").is_visible() and page.locator(".who label").count() == choices
    assert page.locator("input[name=line]").first.input_value() == "call Olga: fine"
    name = page.locator(".who label").first.inner_text().split(" · ")[0].strip()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    page.wait_for_load_state()
    assert page.locator(".saved").inner_text().startswith("Interaction logged: Fine")
    assert page.locator("main", has_text=name).count()


def test_a_payment_is_recorded_from_its_invoice(page):
    page.goto("/receivables")
    invoice = page.locator("main a[href^='/invoices/']").first.get_attribute("href")
    page.goto(invoice)
    page.keyboard.press("r")
    page.wait_for_url("**/payments/new?invoice=*")
    assert re.fullmatch(r"[\d,. \u00a0]+", page.locator("#amount").input_value())
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**" + invoice)
    assert page.locator(".saved").inner_text().startswith("Payment: ")
    assert page.get_by_text("paid in full").is_visible()
    assert page.get_by_role("link", name="Record payment").count() == 0


def test_promises_of_the_form_appear_as_they_are_needed(page):
    page.goto("/interactions/new?client=2")
    assert page.locator(".matter:visible").count() == 1
    page.fill("#matter-1-text", "Send data")
    assert page.locator(".matter:visible").count() == 2


def test_people_of_a_form_who_are_not_likely_to_come_are_folded(page):
    page.goto("/interactions/new?client=2")
    shown, all_ = page.locator(".tick:visible input[name^=person-]"), page.locator("input[name^=person-]")
    assert 0 < shown.count() < all_.count()


def test_help_names_each_key_that_a_page_has(page):
    page.goto("/help")
    known = set(page.locator("#keys kbd").all_inner_texts()) | set("1234567890")
    for address in ["/", "/clients/2", "/clients/2/receivables", "/people/1", "/interactions/new", "/invoices/1", "/events/1", "/tenders"]:
        page.goto(address)
        for keys in page.locator("[aria-keyshortcuts]").evaluate_all("all => all.map(e => e.getAttribute('aria-keyshortcuts'))"):
            assert set(keys.split()) - {"Control+K"} <= known, (address, keys)


def test_a_key_leads_to_a_tab_of_the_dossier(page):
    page.goto("/clients/2")
    page.keyboard.press("2")
    page.wait_for_url("**/clients/2/people")
