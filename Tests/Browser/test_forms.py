"""Forms that are refused, and values that look like markup."""
import pytest

from daemon import Daemon, open_desk

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"


def saved(page):
    """Sends the form and waits for the page that says that it was refused."""
    with page.expect_navigation():
        page.click("main .form button.main")
    page.wait_for_selector(".saved")


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(page):
    page.goto("/clients/new")
    page.fill("#name", "Kept name")
    page.fill("#inn", "123")
    with page.expect_response(lambda r: r.request.method == "POST") as answer:
        page.click("main button.main")
    assert answer.value.status == 422
    field = page.locator("#inn")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text().startswith("Not an INN")
    assert page.input_value("#name") == "Kept name" and page.input_value("#inn") == "123"


def test_the_second_of_two_windows_loses_nothing(page, chromium, desk):
    page.goto("/clients/5/edit")
    other = chromium.new_context(base_url=desk.url).new_page()
    other.goto("/clients/5/edit")
    other.fill("#note", "theirs")
    other.click("main .form button.main")
    page.fill("#note", "ours")
    with page.expect_response(lambda r: r.request.method == "POST") as answer:
        page.click("main .form button.main")
    assert answer.value.status == 409
    assert page.locator("[role=alert]").is_visible() and page.input_value("#note") == "ours"
    page.click("main .form button.main")
    page.goto("/clients/5/history")
    assert "theirs" in page.inner_text("main") and "ours" in page.inner_text("main")
    other.context.close()


def test_what_two_windows_change_in_different_fields_is_merged_and_what_clashes_is_resolved(page, chromium, desk):
    page.goto("/clients/6/edit")
    other = chromium.new_context(base_url=desk.url).new_page()
    other.goto("/clients/6/edit")
    other.fill("#city", "Tver")
    other.fill("#note", "theirs")
    saved(other)
    page.fill("#segment", "Ours")
    page.fill("#note", "ours")
    page.click("main .form button.main")
    page.wait_for_selector("#note-theirs")
    assert page.input_value("#city") == "Tver" and page.input_value("#segment") == "Ours"
    assert page.input_value("#note") == "ours" and "theirs" in page.inner_text("#note-theirs")
    page.check("[name=theirs-note]")
    saved(page)
    page.goto("/clients/6/edit")
    assert [page.input_value(field) for field in ("#city", "#segment", "#note")] == ["Tver", "Ours", "theirs"]
    other.context.close()


def test_what_was_just_saved_is_undone_by_one_press(page):
    page.goto("/clients/7/edit")
    before = page.input_value("#city")
    page.fill("#city", "Elsewhere")
    saved(page)
    with page.expect_navigation():
        page.click(".saved button")
    page.goto("/clients/7/edit")
    assert page.input_value("#city") == before
    page.reload()
    assert page.locator(".saved").count() == 0


def test_what_is_typed_survives_a_reload_a_closed_tab_and_a_restart_of_the_daemon(chromium, tmp_path):
    path = tmp_path / "desk.sqlite"
    daemon = Daemon(open_desk(path))
    context = chromium.new_context(base_url=daemon.url)
    page = context.new_page()
    page.goto("/clients/new")
    page.fill("#name", "Half a na")
    page.reload()
    assert page.input_value("#name") == "Half a na" and page.locator(".saved").is_visible()
    page.fill("#city", "Omsk")
    page.close()
    page = context.new_page()
    page.goto("/clients/new")
    # The draft comes once no other tab has claimed it.
    page.wait_for_function("() => document.querySelector('#name').value === 'Half a na'")
    port = daemon.port
    assert daemon.stop() == 0
    page.click("main .form button.main")
    page.wait_for_url("chrome-error://**")
    daemon = Daemon(path, "--port", str(port))
    page.goto("/clients/new")
    assert page.input_value("#name") == "Half a na" and page.input_value("#city") == "Omsk"
    saved(page)
    page.goto("/clients/new")
    assert page.input_value("#name") == "" and page.locator(".saved").count() == 0
    page.fill("#name", "Another")
    page.reload()
    page.click(".saved button")
    page.wait_for_function("document.querySelector('#name').value === ''")
    context.close()
    assert daemon.stop() == 0


def test_a_draft_of_a_record_that_somebody_changed_meanwhile_is_merged(page, chromium, desk):
    page.goto("/clients/8/edit")
    page.fill("#note", "typed and left")
    page.goto("/")
    other = chromium.new_context(base_url=desk.url).new_page()
    other.goto("/clients/8/edit")
    other.fill("#city", "Tver")
    saved(other)
    other.context.close()
    page.goto("/clients/8/edit")
    assert page.input_value("#note") == "typed and left"
    saved(page)
    page.goto("/clients/8/edit")
    assert page.input_value("#note") == "typed and left" and page.input_value("#city") == "Tver"


def test_what_is_typed_for_a_record_that_was_deleted_meanwhile_comes_back_with_it(page, chromium, desk):
    page.goto("/clients/9/edit")
    page.fill("#note", "typed for nothing?")
    other = chromium.new_context(base_url=desk.url).new_page()
    other.goto("/clients/9/delete")
    other.click("main .form button")
    other.wait_for_selector(".saved")
    page.click("main .form button.main")
    page.wait_for_selector(".trouble")
    other.click(".saved button")
    other.wait_for_url("**/clients/9")
    other.context.close()
    page.goto("/clients/9/edit")
    assert page.input_value("#note") == "typed for nothing?"


def test_a_form_that_is_sent_twice_acts_once(page):
    page.goto("/clients/new")
    page.fill("#name", "Sent twice")
    page.evaluate("""() => { const form = document.querySelector("main .form");
        const body = new URLSearchParams(new FormData(form));
        return Promise.all([1, 2].map(() => fetch(form.action, { method: "POST", body }))) }""")
    page.goto("/clients?q=Sent+twice")
    assert page.locator("main tbody tr").count() == 1


def test_single_keys_do_what_the_sheet_says_and_can_be_switched_off(page, language):
    page.goto("/clients")
    page.keyboard.press("t")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.href")
    assert second == page.locator("main tbody tr").nth(1).locator("a").first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(second)
    page.keyboard.press("e")
    page.wait_for_url(second + "/edit")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("el?/n")
    assert page.input_value("form[data-search] input") == "el?/n" and page.locator("dialog").count() == 0
    page.goto(second)
    page.keyboard.press("l")
    page.wait_for_url("**/interactions/new?client=*")
    page.goto("/clients")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.closest('.filters') !== null")
    page.goto("/clients")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/clients/new"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    assert page.locator("dialog kbd").count() == 16
    page.locator("dialog input").uncheck()
    page.keyboard.press("Escape")
    page.goto(second)
    page.keyboard.press("e")
    page.keyboard.press("Control+k")
    assert page.url == second and page.evaluate("document.activeElement.name") == "q"
    page.goto("/help")
    page.check(".keys-switch input")


def test_a_value_that_would_be_markup_is_text_everywhere(page):
    page.goto("/clients/new")
    for field in ["name", "short", "segment", "address", "city", "country", "territory", "phone", "key", "note"]:
        page.fill(f"#{field}", HOSTILE)
    page.click("main button.main")
    page.wait_for_url("**/clients/*")
    client = page.url
    page.goto(client + "/people/new")
    for field in ["name", "phone", "title"]:
        page.fill(f"#{field}", HOSTILE)
    page.click("main button.main")
    page.wait_for_url(client)
    page.goto("/interactions/new?client=" + client.rsplit("/", 1)[1])
    for field in ["topic", "note", "matter-1-text"]:
        page.fill(f"#{field}", HOSTILE)
    page.click("main .form button.main")
    page.wait_for_url(client)
    person = page.locator("table a").first.get_attribute("href")
    contact = page.locator("a[href*='/interactions/']", has_text="alert(1)").first.get_attribute("href")
    for address in [client, client + "/edit", client + "/people", client + "/matters", client + "/history", client + "/delete",
                    person, person + "/edit", contact, contact + "/edit", "/search?q=alert", "/clients?q=alert", "/people?q=alert", "/"]:
        page.goto(address)
        assert page.locator("main script, main img, main [onerror]").count() == 0, address
        assert page.evaluate("document.scripts.length") == 1, address
    page.goto(client)
    assert page.locator("h1").inner_text() == HOSTILE


@pytest.mark.parametrize("address", ["/", "/clients", "/clients/2", "/search?q=onc"])
def test_the_desk_works_without_scripts(chromium, desk, address):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    assert page.goto(address).status == 200
    page.goto("/clients/new")
    page.fill("#name", "No scripts " + address)
    page.click("main button.main")
    assert page.locator("h1").inner_text() == "No scripts " + address
    page.fill("input[name=q]", "scripts")
    page.press("input[name=q]", "Enter")
    assert "No scripts" in page.locator("main").inner_text(), "the hits, or the only one of them"
    context.close()
