"""The board of tenders: by key, by drag, without scripts, and in two windows."""
import re

import pytest
from icalendar import Calendar

from daemon import Daemon, Visitor
from looks import EVERY, faults


@pytest.fixture(scope="module")
def desk(new_world):
    """A daemon on a demo desk of its own: tenders move here."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def tender(desk):
    """A new tender that we want, in its first stage; its number."""
    address = Visitor(desk).post(
        "/tenders", {"title": "Dressings", "client_id": "2", "procedure": "44-auction", "stage": "signal", "go": "go"})[1]
    yield int(address.rsplit("/", 1)[1])
    Visitor(desk).post(f"{address}/delete", {"version": "1"})


def lane(page, tender):
    return page.locator(f"#tender-{tender}").locator("xpath=ancestor::section").get_attribute("id")


def test_a_card_goes_from_signal_to_execution_by_one_key(page, tender):
    page.goto("/tenders")
    for stage in ["preparation", "open", "bidding", "decided", "contract", "execution"]:
        page.locator(f"#tender-{tender}").focus()
        with page.expect_navigation():
            page.keyboard.press("]")
        assert lane(page, tender) == stage
    page.locator(f"#tender-{tender}").focus()
    with page.expect_navigation():
        page.keyboard.press("[")
    assert lane(page, tender) == "contract"


def test_a_key_moves_no_card_unless_one_has_the_focus(page, tender):
    page.goto("/tenders")
    page.keyboard.press("]")
    page.wait_for_timeout(300)
    assert lane(page, tender) == "signal"


def test_a_card_is_dropped_on_a_stage_of_its_procedure(page, tender):
    page.goto("/tenders")
    with page.expect_navigation():
        page.locator(f"#tender-{tender}").drag_to(page.locator("#preparation"), target_position={"x": 60, "y": 12})
    assert lane(page, tender) == "preparation"


def test_a_drop_that_the_procedure_does_not_know_goes_back_with_words(page, tender):
    page.goto("/tenders")
    with page.expect_navigation():
        page.locator(f"#tender-{tender}").drag_to(page.locator("#decided"))
    assert "The procedure has no step" in page.inner_text("[role=alert]") and "Dressings" in page.inner_text("[role=alert]")
    assert lane(page, tender) == "signal"


def test_a_loss_without_a_reason_goes_back_by_drop_and_by_key_and_leads_to_its_form(page, desk, tender):
    number = f"0358-{tender}"
    page.goto(f"/tenders/{tender}/edit")
    page.fill("#number", number)
    page.select_option("#stage", "preparation")
    page.click("main button.main")
    page.goto("/imports")
    page.select_option("#kind", "lots")
    page.set_input_files("#file", {"name": "lots.csv", "mimeType": "text/csv", "buffer": f"key,tender,subject,outcome\nl{tender},{number},Bandages,lost\n".encode()})
    page.click("form[enctype] button.main")
    page.get_by_role("button", name="Import all").click()
    page.wait_for_selector("text=1 new")
    page.set_viewport_size({"width": 1360, "height": 4000})
    page.goto("/tenders")
    with page.expect_navigation():
        page.locator(f"#tender-{tender}").drag_to(page.locator("#closed"), target_position={"x": 60, "y": 12})
    assert lane(page, tender) == "preparation" and "Dressings" in page.inner_text("[role=alert]")
    page.get_by_role("link", name="Say why Bandages was lost").click()
    page.select_option("#reason", "price")
    page.click("main button.main")
    page.goto("/tenders")
    with page.expect_navigation():
        page.locator(f"#tender-{tender}").drag_to(page.locator("#closed"), target_position={"x": 60, "y": 12})
    assert page.locator(f"#tender-{tender}").count() == 0


def test_a_board_without_scripts_moves_a_card_by_its_buttons(chromium, desk, tender):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/tenders")
    page.get_by_role("button", name="Move Dressings to Preparation").click()
    assert lane(page, tender) == "preparation"
    context.close()


def test_two_windows_move_one_card_and_the_later_one_is_told(page, tender):
    other = page.context.new_page()
    for window in (page, other):
        window.goto("/tenders")
    for window in (page, other):
        with window.expect_navigation():
            window.get_by_role("button", name="Move Dressings to Preparation").click()
    assert lane(other, tender) == "preparation"
    other.close()


def test_nothing_is_wrong_with_the_board_and_the_calendar_however_they_are_looked_at(page, language):
    for address in ("/tenders", "/tenders/calendar", "/tenders/deadlines", "/deliveries", "/tenders/competitors", "/tenders/15", "/tenders/15/map", "/signals", "/settings/rules"):
        page.goto(address)
        assert faults(page, EVERY) == [], address


def test_a_lane_is_empty_and_a_place_to_drop(page):
    page.goto("/tenders")
    widths = page.locator(".lane.empty").evaluate_all("lanes => lanes.map((lane) => lane.getBoundingClientRect().width)")
    assert all(width < 60 for width in widths)


def test_the_board_of_a_phone_is_one_column(page):
    page.set_viewport_size({"width": 420, "height": 900})
    page.goto("/tenders")
    lefts = page.locator(".lane .card").evaluate_all("cards => cards.map((card) => Math.round(card.getBoundingClientRect().left))")
    assert len(set(lefts)) == 1 and re.search(r"\d", page.inner_text(".jump"))


def test_another_program_reads_the_file_of_deadlines(page, desk, tender):
    visitor = Visitor(desk)
    deadline = {"kind": "applications", "day": "2026-12-03", "time": "08:00", "zone": "Asia/Vladivostok", "source": "notice", "sure": "yes"}
    visitor.post(f"/tenders/{tender}/deadlines", deadline)
    file = page.request.get(f"/tenders/{tender}/deadlines.ics?names=yes")
    events = Calendar.from_ical(file.body()).walk("VEVENT")
    assert len(events) == 1 and "Dressings" in events[0]["SUMMARY"]
    assert events[0].decoded("DTSTART").isoformat() == "2026-12-02T22:00:00+00:00"
    assert events[0]["SEQUENCE"] >= 0 and str(events[0]["UID"]).startswith("tender-deadline-")


def test_a_changed_deadline_keeps_its_name_for_other_calendars_and_counts_its_changes(page, desk, tender):
    visitor = Visitor(desk)
    deadline = {"kind": "applications", "day": "2026-12-03", "time": "08:00", "zone": "Europe/Moscow", "source": "notice", "sure": "yes"}
    visitor.post(f"/tenders/{tender}/deadlines", deadline)

    def event():
        events = Calendar.from_ical(page.request.get(f"/tenders/{tender}/deadlines.ics").body()).walk("VEVENT")
        assert len(events) == 1
        return events[0]

    before = event()
    page.goto(f"/tenders/{tender}")
    page.get_by_role("link", name="Edit: Applications until").click()
    page.fill("#day", "2026-12-04")
    page.click("main button.main")
    after = event()
    assert after["UID"] == before["UID"] and after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert (after.decoded("DTSTART") - before.decoded("DTSTART")).days == 1
    assert after["SUMMARY"] == "Deadline"


def press_to(page, text, key="Tab"):
    """Presses a key until what has the focus is called so."""
    for _ in range(200):
        page.keyboard.press(key)
        if page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()") == text:
            return
    raise AssertionError(f"no press reaches {text}")


def test_the_way_from_a_signal_to_a_closed_tender_by_keyboard_alone(page, desk):
    Visitor(desk).post("/signals", {"client_id": "2", "text": "Budget for swabs", "source": "Belova", "state": "open"})
    page.goto("/signals")
    press_to(page, "It became a tender: Budget for swabs")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#title").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tender = int(page.url.rsplit("/", 1)[1])
    assert "Budget for swabs" in page.inner_text("main h1") and "Belova" in page.inner_text("main")
    press_to(page, "Add a lot")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#subject").focus()
    page.keyboard.type("Swabs")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for stage in ["open", "bidding", "decided"]:
        page.goto("/tenders")
        page.locator(f"#tender-{tender}").focus()
        with page.expect_navigation():
            page.keyboard.press("]")
        assert lane(page, tender) == stage
    page.goto(f"/tenders/{tender}")
    press_to(page, "Edit: Swabs")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#outcome").focus()
    page.keyboard.type("lost")
    page.locator("#subject").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#reason-error").is_visible()
    page.locator("#reason").focus()
    page.keyboard.type("price")
    page.locator("#subject").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press_to(page, "Closed")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".stages .now").inner_text().startswith("Closed")
    page.goto("/signals")
    assert page.get_by_role("link", name="Budget for swabs", exact=True).is_visible()


def test_two_editors_of_a_tender_keep_both_changes_and_are_told_where_they_disagree(page, tender):
    other = page.context.new_page()
    for window in (page, other):
        window.goto(f"/tenders/{tender}/edit")
    page.fill("#law", "223-FZ")
    page.click("main button.main")
    other.fill("#number", f"N-{tender}")
    # The later one is shown both changes before they are saved.
    while other.locator("main form button.main").count():
        with other.expect_navigation():
            other.click("main form button.main")
    text = other.inner_text("main")
    assert "223-FZ" in text and f"N-{tender}" in text
    other.close()


def test_a_feed_is_read_by_another_program_until_it_ends(page, desk, tender):
    deadline = {"kind": "applications", "day": "2026-12-03", "time": "08:00", "zone": "Europe/Moscow", "source": "notice", "sure": "yes"}
    Visitor(desk).post(f"/tenders/{tender}/deadlines", deadline)
    page.goto(f"/tenders/{tender}/edit")
    page.select_option("#kam", index=1)
    page.click("main button.main")
    page.goto("/account")
    page.get_by_role("button", name="Make an address").click()
    address = page.input_value("#link").replace(page.evaluate("location.origin"), "")
    path = address[address.index("/feed.ics"):]
    answer = page.request.get(path)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert {str(event["SUMMARY"]) for event in Calendar.from_ical(answer.body()).walk("VEVENT")} == {"Deadline"}
    page.goto("/account")
    page.get_by_role("button", name="End the feed").click()
    assert page.request.get(path).status == 404
