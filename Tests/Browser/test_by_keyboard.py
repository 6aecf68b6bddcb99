"""The day's work by keyboard alone, in both languages."""
import re

from keyboard import fill, press, save, tab_to


def test_a_client_and_a_person_are_made_and_an_interaction_is_logged_found_edited_and_done(page, language):
    name, person, topic = {
        "en": ("Keyboard Clinic", "Vera Chernova", "Talked about contracts"),
        "ru": ("Клавиатурная больница", "Чернова Вера", "Говорили о договоре"),
    }[language]

    # Add a client.
    page.goto("/clients")
    press(page, href="/clients/new")
    fill(page, "name", name)
    fill(page, "city", "Kazan")
    save(page)
    assert page.locator("h1").inner_text() == name
    client = page.url.rsplit("/", 1)[1]

    # Add a person with a post there.
    press(page, href=f"/clients/{client}/people/new")
    fill(page, "name", person)
    tab_to(page, id="vip")
    page.keyboard.press("Space")
    fill(page, "title", "Chief")
    save(page)
    assert page.locator("table").first.get_by_text(person).is_visible()

    # Log an interaction with an agreed matter.
    press(page, href=f"/interactions/new?client={client}")
    tab_to(page, id="kind")
    page.keyboard.press("ArrowDown")
    fill(page, "topic", topic)
    tab_to(page, name=lambda n: n is not None and n.startswith("person-"))
    page.keyboard.press("Space")
    fill(page, "matter-1-text", "Send the draft")
    save(page)
    assert page.get_by_text("Send the draft").first.is_visible()

    # Find it while typing a word of it in another inflected form.
    tab_to(page, name="q")
    page.keyboard.type({"en": "contract", "ru": "договоры"}[language])
    page.wait_for_selector(".found a")
    page.keyboard.press("ArrowDown")
    assert topic in page.locator(".found").inner_text()
    tab_to(page, text=topic)
    with page.expect_navigation():
        page.keyboard.press("Enter")

    # Edit it.
    press(page, href=lambda h: h is not None and h.endswith("/edit"))
    fill(page, "note", "A note by hand")
    save(page)
    assert page.get_by_text("A note by hand").is_visible()

    # Mark the matter as done on the client's page.
    page.goto(f"/clients/{client}")
    save(page, lambda a: re.fullmatch(r"/matters/\d+/done", a))
    assert page.locator(".saved").inner_text().startswith({"en": "Done: ", "ru": "Выполнено: "}[language] + "Send the draft")
    assert page.locator(".sheet").get_by_text("Send the draft").count() == page.locator(".why", has_text="Send the draft").count()
    assert page.locator(".why form.act").count() == 0

    # Delete the client, after the page that asks.
    press(page, href=f"/clients/{client}/edit")
    press(page, href=f"/clients/{client}/delete")
    save(page)
    assert page.goto(f"/clients/{client}").status == 404


def test_the_skip_link_comes_first_and_leads_to_the_page(page):
    page.goto("/clients")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    press(page, href="/clients/new")


def test_a_menu_opens_and_closes_by_keyboard(page):
    page.goto("/")
    tab_to(page, tag="SUMMARY")
    page.keyboard.press("Enter")
    page.locator(".menu a").first.wait_for(state="visible")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.locator(".menu a").first.wait_for(state="hidden")


def test_search_results_stay_usable_while_a_later_answer_is_loading(page):
    """A user types fast on a slow connection: a late answer must not hide what is found and must not take the focus away."""
    waiting = []
    page.goto("/clients")
    page.keyboard.press("Control+k")
    page.keyboard.type("orders")
    page.locator(".found a", has_text="Orders").first.wait_for()
    page.route(re.compile("/search"), lambda route: waiting.append(route))

    page.keyboard.press("Backspace")
    hold(page, waiting, 1)
    page.keyboard.press("Backspace")
    waiting[0].continue_()
    hold(page, waiting, 2)
    assert page.locator(".found a").first.is_visible()

    page.keyboard.press("ArrowDown")
    with page.expect_response(re.compile("/search")):
        waiting[1].continue_()
    page.wait_for_timeout(200)
    assert page.evaluate("document.activeElement.closest('.found a')?.textContent.includes('Orders')")


def hold(page, waiting, count):
    for _ in range(100):
        if len(waiting) >= count:
            return
        page.wait_for_timeout(20)
    raise AssertionError("the search does not ask")
