"""Forms that are not taken, and values that would be markup."""
import pytest

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"


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
    assert page.locator("#results a").count() >= 1
    context.close()
