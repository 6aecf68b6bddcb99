"""The strategy for a client: its pages, and the ways through them by keyboard."""
import re

from looks import EVERY, faults


def test_nothing_is_wrong_with_the_strategy_however_it_is_looked_at(page, language):
    for address in ("/clients/2/strategy", "/clients/1/review", "/clients/2/strategy/new?topic=complaint",
                    "/clients/2/investment/new", "/clients/2?on=2026-01-15", "/references", "/references?for=outside"):
        page.goto(address)
        assert faults(page, EVERY) == [], address


def test_a_line_is_added_confirmed_and_settled_by_keyboard(page):
    page.goto("/clients/4/strategy")
    page.get_by_role("link", name="Add to the strategy").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Objections and answers").focus()
    page.keyboard.press("Enter")
    page.locator("[name=text]").focus()
    page.keyboard.type("Too far away")
    page.locator("[name=source]").focus()
    page.keyboard.type("Visit")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients/4/strategy")
    assert "objection has no answer" in page.inner_text(".answer")
    page.get_by_role("link", name="Edit: Too far away").focus()
    page.keyboard.press("Enter")
    page.locator("[name=answer]").focus()
    page.keyboard.type("We deliver within a day")
    page.locator("[name=state]").focus()
    page.keyboard.type("settled")
    page.locator("[name=source]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients/4/strategy")
    row = page.locator("tr", has_text="Too far away").inner_text()
    assert "We deliver within a day" in row and "settled" in row


def test_a_refused_line_keeps_what_was_typed_and_names_the_field(page):
    page.goto("/clients/4/strategy/new?topic=complaint")
    page.fill("[name=text]", "Boxes came late")
    page.select_option("[name=state]", "done")
    page.get_by_role("button", name="Save").click()
    assert page.input_value("[name=text]") == "Boxes came late"
    assert page.locator("#answer-error").count() == 1


def test_a_review_becomes_a_meeting_promises_and_the_day_of_the_next(page):
    page.goto("/clients/4/review")
    page.fill("[name=text]", "They open a ward in spring")
    page.fill("[name=matter-1-text]", "Offer for the ward")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/clients/4/strategy")
    assert "They open a ward in spring" in page.inner_text("main")
    page.goto("/clients/4/matters")
    assert "Offer for the ward" in page.inner_text("main")


def test_the_investment_writes_out_its_sum(page):
    page.goto("/clients/2/strategy")
    words = page.inner_text("main")
    assert re.search(r"NPV = .*24,000.*1\.1200.*1\.2544.*1\.4049 = 18,993", words), words[:2000]


def test_a_promise_is_dropped_with_its_reason(page):
    page.goto("/clients/2/matters")
    link = page.locator(".why a.quietly").first
    text = link.inner_text()
    link.click()
    page.get_by_role("link", name="Drop it").click()
    page.get_by_role("button", name="Drop it").click()
    assert page.locator("#reason-error").count() == 1 or page.locator("[name=reason]:invalid").count() == 1
    page.fill("[name=reason]", "They changed the plan")
    page.get_by_role("button", name="Drop it").click()
    page.wait_for_load_state()
    page.goto("/clients/2/matters")
    row = page.locator(".why", has_text=text).first.inner_text()
    assert "dropped" in row and "They changed the plan" in row and "do not know" in row


def test_a_past_day_says_so_and_changes_nothing(page):
    page.goto("/clients/2")
    page.get_by_role("link", name="as of a past day").click()
    assert "as of" in page.inner_text("h1")
    assert page.locator("main form[method=post]").count() == 0
    page.fill("[name=on]", "2026-01-20")
    page.get_by_role("button", name="Show").click()
    assert "figures up to 31 Dec 2025" in page.inner_text(".answer").replace("\u00a0", " ")
