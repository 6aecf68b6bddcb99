"""What a browser keeps of the desk once somebody has signed out, or another has signed in."""
import pathlib

from test_team import log_in, own_client, team, window  # noqa: F401

# Longer than a tab waits for others to say that they are open, and until what is typed is kept, in milliseconds.
ADOPTED = 600


def drafts(page):
    return page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('kamdesk draft'))")


def sign_out(page):
    with page.expect_navigation(url="**/login*"):
        page.click("form[action$='/logout'] button")


def keep_secret(page, client, note):
    """Makes a client confidential, with a note to be looked for."""
    page.goto(client + "/edit")
    page.fill("#note", note)
    page.check("[name=confidential]")
    with page.expect_navigation():
        page.click("main .form button.main")


def test_what_one_typed_is_not_offered_to_another_on_the_same_browser(window):
    page = log_in(window(), "Anna Orlova", "/clients/new")
    page.fill("#name", "Anna's own idea")
    page.wait_for_timeout(ADOPTED)
    assert len(drafts(page)) == 1
    # Her login ends without her.
    page.context.clear_cookies()
    log_in(page, "Marta Weiss", "/clients/new")
    page.wait_for_timeout(ADOPTED)
    assert page.input_value("#name") == ""
    page.context.clear_cookies()
    log_in(page, "Anna Orlova", "/clients/new")
    page.wait_for_timeout(ADOPTED)
    assert page.input_value("#name") == "Anna's own idea"


def test_what_was_typed_goes_at_sign_out(window):
    page = log_in(window(), "Anna Orlova", "/clients/new")
    page.fill("#name", "Anna's own idea")
    page.wait_for_timeout(ADOPTED)
    assert len(drafts(page)) == 1
    sign_out(page)
    assert drafts(page) == []


def test_two_tabs_of_one_form_keep_two_drafts(window):
    one = log_in(window(), "Anna Orlova", "/clients/new")
    other = one.context.new_page()
    one.fill("#name", "One")
    one.wait_for_timeout(ADOPTED)
    assert len(drafts(one)) == 1
    other.goto("/clients/new")
    other.wait_for_timeout(ADOPTED)
    assert other.input_value("#name") == ""
    other.fill("#name", "Other")
    for page, name in ((one, "One"), (other, "Other"), (one, "One")):
        page.reload()
        assert page.input_value("#name") == name
    other.close()
    # What was typed in a tab that is closed is there for the next.
    third = one.context.new_page()
    third.goto("/clients/new")
    third.wait_for_timeout(ADOPTED)
    assert third.input_value("#name") == "Other"
    sign_out(one)


def test_back_after_signing_out_shows_nothing_of_the_desk(window):
    page = log_in(window(), "Marta Weiss")
    client = own_client(page, "Marta Weiss")
    keep_secret(page, client, "a secret to be looked for")
    for address in (client, "/clients"):
        page.goto(address)
        assert page.locator("nav.rail").is_visible()
        sign_out(page)
        page.go_back()
        assert page.locator("nav.rail").count() == 0 and "a secret to be looked for" not in page.content()
        log_in(page, "Marta Weiss")


def kept_on_disk(folder, text):
    return [path.name for path in pathlib.Path(folder).rglob("*") if path.is_file() and text in path.read_bytes()]


def test_the_disk_of_the_browser_holds_no_confidential_page_and_none_at_all_after_signing_out(chromium, team, tmp_path):  # noqa: F811
    context = chromium.browser.browser_type.launch_persistent_context(
        tmp_path, executable_path="/usr/bin/chromium", args=["--no-sandbox"], base_url=team.url)
    page = log_in(context.new_page(), "Marta Weiss")
    client = own_client(page, "Marta Weiss")
    keep_secret(page, client, "zqsecret")
    page.goto(client)
    page.goto("/clients")
    sign_out(page)
    context.close()
    assert kept_on_disk(tmp_path / "Default" / "Cache", b"zqsecret") == []
    assert kept_on_disk(tmp_path / "Default" / "Cache", b"nav class=\"rail\"") == []
