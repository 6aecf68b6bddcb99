"""The first quarter of an hour on a desk of one's own: no shell, a name, a client, a file with errors, an invitation."""
import re

from looks import BY_TONGUE, faults


def test_the_empty_desk_leads_to_the_first_client_in_one_click(chromium, empty):
    context = chromium.new_context(base_url=empty.url)
    page = context.new_page()
    page.goto(empty.url + "/")
    assert faults(page, BY_TONGUE["en"]) == [] and page.locator("main code").count() == 0
    assert page.locator("main a.button[href$='/imports']").count() == 1
    page.click("main a.button.main")
    assert page.url.endswith("/clients/new")
    page.wait_for_function("() => document.activeElement.name === 'name'")
    context.close()


def test_refused_rows_are_corrected_in_their_file_and_brought_in(chromium, new_desk, tmp_path):
    context = chromium.new_context(base_url=new_desk.url, accept_downloads=True)
    page = context.new_page()
    page.goto("/imports")
    first = tmp_path / "clients.csv"
    first.write_text("name,status\nGood Clinic,active\nBad Clinic,activ\n", encoding="utf-8")
    page.set_input_files("#file", first)
    page.click("main button.main")
    page.get_by_text("Allowed: prospect, active, dormant, lost.").wait_for()
    assert faults(page, BY_TONGUE["en"]) == []
    with page.expect_download() as download:
        page.click("a[download]")
    rows = download.value.path().read_text(encoding="utf-8-sig")
    assert rows.splitlines()[0] == "name,status,Why it is refused" and "Good" not in rows
    page.click("form[action$='/run'] button")
    page.wait_for_selector("form[action$='/undo']")
    page.click("main a[href$='/refused']")
    corrected = tmp_path / "corrected.csv"
    corrected.write_text(rows.replace("activ,", "active,"), encoding="utf-8")
    page.set_input_files("#file", corrected)
    page.click("form[data-upload] button.main")
    page.click("form[action$='/run'] button")
    page.wait_for_selector("form[action$='/undo']")
    page.goto("/clients")
    assert page.get_by_text("Bad Clinic").count() == 1 and page.get_by_text("Good Clinic").count() == 1
    context.close()


def test_an_invitation_is_copied_by_a_button_and_says_who_can_open_it(chromium, new_desk):
    context = chromium.new_context(base_url=new_desk.url, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/settings")
    page.fill("main form[action='/colleagues'] input[name=name]", "Boris Petrov")
    page.click("main form[action='/colleagues'] button")
    page.click("a[aria-label='Edit: Boris Petrov']")
    assert page.get_by_text("Make an invitation").count() == 0
    page.get_by_role("link", name="Set a password", exact=True).click()
    page.fill("#password", "correct horse battery")
    page.fill("#again", "correct horse battery")
    page.click("form[action='/account/password'] button")
    page.goto("/settings")
    page.click("a[aria-label='Edit: Boris Petrov']")
    page.click("form[action$='/invitation'] button")
    assert faults(page, BY_TONGUE["en"]) == []
    assert page.get_by_text("opens on this machine only").is_visible() and page.locator("svg.square").is_visible()
    page.click("[data-copy]")
    page.get_by_text("Copied").wait_for()
    assert re.search(r"/join\?key=[0-9a-f]{64}$", page.evaluate("navigator.clipboard.readText()"))
    context.close()
