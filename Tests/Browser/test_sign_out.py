"""What a browser keeps of the desk after the user has signed out or another has signed in."""
import pathlib

from test_team import log_in, own_client, team, window  # noqa: F401

# In milliseconds: longer than a tab waits for others to answer, and longer than it takes until typed text is stored.
ADOPTED = 600


def drafts(page, kept="localStorage"):
    """The stored drafts."""
    return page.evaluate(f"Object.entries({kept}).filter(([name]) => name.startsWith('kamdesk draft')).map(([_, draft]) => draft)")


def sign_out(page):
    with page.expect_navigation(url="**/login*"):
        page.click("form[action$='/logout'] button")


def keep_secret(page, client, note):
    """Makes a client confidential, with a note to look for."""
    page.goto(client + "/edit")
    page.fill("#note", note)
    page.check("[name=confidential]")
    with page.expect_navigation():
        page.click("main .form button.main")


def test_text_typed_by_one_user_is_not_offered_to_another_on_the_same_browser(window):
    page = log_in(window(), "Anna Orlova", "/clients/new")
    page.fill("#name", "Anna's own idea")
    page.wait_for_timeout(ADOPTED)
    assert len(drafts(page)) == 1
    # Her login ends without a sign-out, and she logs in again.
    page.context.clear_cookies()
    log_in(page, "Anna Orlova", "/clients/new")
    page.wait_for_timeout(ADOPTED)
    assert page.input_value("#name") == "Anna's own idea"
    # It ends again, and another user logs in.
    page.context.clear_cookies()
    log_in(page, "Marta Weiss", "/clients/new")
    page.wait_for_timeout(ADOPTED)
    assert page.input_value("#name") == "" and drafts(page) == drafts(page, "sessionStorage") == []


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
    # What was typed in a closed tab is offered in the next one.
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


def end_other_logins(window, name):
    """Ends their logins from another of their browsers, as an administrator does after changing their rights."""
    page = log_in(window(), name, "/account")
    while (buttons := page.locator("tr:not(:has(.badge)) form[action*='/sessions/'] button")).count():
        with page.expect_navigation():
            buttons.first.click()


def test_back_after_a_login_was_ended_by_others_shows_nothing_of_the_desk(window):
    page = log_in(window(), "Marta Weiss")
    client = own_client(page, "Marta Weiss")
    for address in (client, "/clients"):
        page.goto(address)
        assert page.locator("nav.rail").is_visible()
        end_other_logins(window, "Marta Weiss")
        page.goto("/people")
        assert page.locator("#password").is_visible()
        page.go_back()
        assert page.locator("nav.rail").count() == 0
        log_in(page, "Marta Weiss")


def test_a_draft_holds_what_was_changed_and_nothing_else_of_the_record(window):
    page = log_in(window(), "Anna Orlova")
    page.goto("/clients/2/edit")
    note = page.input_value("#note") or "a note that was there before"
    page.fill("#note", note)
    with page.expect_navigation():
        page.click("main .form button.main")
    page.goto("/clients/2/edit")
    page.fill("#city", "Omsk")
    page.wait_for_timeout(ADOPTED)
    (draft,) = drafts(page)
    assert "Omsk" in draft and note not in draft and note.split()[-1] not in draft
    # A refused form keeps what was changed before.
    page.fill("#web", "no address")
    with page.expect_navigation():
        page.click("main .form button.main")
    page.fill("#phone", "12345")
    page.wait_for_timeout(ADOPTED)
    page.goto("/clients/2/edit")
    assert [page.input_value(field) for field in ("#city", "#web", "#phone", "#note")] == ["Omsk", "no address", "12345", note]
    page.fill("#web", "")
    with page.expect_navigation(url="**/clients/2"):
        page.click("main .form button.main")
    assert drafts(page) == []


def test_a_draft_of_a_trade_secret_is_gone_when_its_tab_closes(window):
    page = log_in(window(), "Marta Weiss")
    # A client that is not confidential yet.
    rows = page.request.get("/clients.json").json()["rows"]
    client = f"/clients/{[row['id'] for row in rows if row['kam'] == 'Marta Weiss'][-1]}"
    page.goto(client + "/edit")
    page.fill("#city", "Omsk")
    page.wait_for_timeout(ADOPTED)
    assert len(drafts(page)) == 1
    other = page.context.new_page()
    keep_secret(other, client, "zqsecret")
    other.close()
    page.goto(client + "/edit")
    page.wait_for_timeout(ADOPTED)
    assert page.locator(".notice.secret").is_visible() and page.input_value("#city") == "Omsk"
    page.fill("#phone", "12345")
    page.wait_for_timeout(ADOPTED)
    assert drafts(page) == []
    (draft,) = drafts(page, "sessionStorage")
    assert "Omsk" in draft and "12345" in draft and "zqsecret" not in draft
    page.reload()
    assert (page.input_value("#city"), page.input_value("#phone")) == ("Omsk", "12345")
    sign_out(page)
    assert drafts(page, "sessionStorage") == []


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
