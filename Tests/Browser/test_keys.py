"""Key clients: who they are and why, on the screen and on one sheet of paper."""
import subprocess

from looks import EVERY, faults


def test_nothing_is_wrong_with_key_clients_however_they_are_looked_at(page, language):
    for address in ("/keys", "/keys?level=company", "/keys?kam=2"):
        page.goto(address)
        assert faults(page, EVERY) == [], address


def test_a_share_opens_to_its_two_parts(page):
    page.goto("/keys")
    share = page.locator("table a[href*='of=held-department']").first
    said = share.inner_text()
    share.click()
    assert said in page.inner_text(".answer") and "the clients held today" in page.inner_text(".equation")
    # The base opens to the rows that sum to it.
    whole = page.locator(".equation .term").nth(1).locator("a")
    amount = whole.inner_text()
    whole.click()
    assert amount.split()[0] in page.inner_text("main tfoot")


def test_key_clients_print_on_one_sheet(page, language, tmp_path):
    page.goto("/keys")
    pdf = tmp_path / "keys.pdf"
    page.pdf(path=pdf, format="A4")
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1\n" in text


def test_evidence_is_added_and_confirmed_by_keyboard_alone(page):
    page.goto("/clients/3/keys")
    page.locator("a[href*='evidence/new?definition=innovator']").focus()
    page.keyboard.press("Enter")
    page.locator("[name=kind]").focus()
    page.keyboard.type("innovator: p")
    page.locator("[name=claim]").focus()
    page.keyboard.type("A pilot of closed systems")
    page.keyboard.press("Tab")
    page.keyboard.type("Visit")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients/3/keys")
    assert "innovator" in page.inner_text(".answer")
    page.get_by_role("button", name="Still so: A pilot of closed systems").focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert "A pilot of closed systems" in page.inner_text("main")


# A kind of evidence for each definition, as the list says it from its first letters on.
KINDS = {"potential": "potential: b", "known": "name: w", "partner": "partner: b", "competent": "competence: a", "innovator": "innovator: p"}


def test_evidence_of_each_definition_is_added_by_keyboard_alone(page):
    for definition, kind in KINDS.items():
        page.goto("/clients/4/keys")
        page.locator(f"a[href*='evidence/new?definition={definition}']").focus()
        page.keyboard.press("Enter")
        page.locator("[name=kind]").focus()
        page.keyboard.type(kind)
        page.locator("[name=claim]").focus()
        page.keyboard.type(f"Known of {definition}")
        page.keyboard.press("Tab")
        page.keyboard.type("Visit")
        page.locator("[name=amount]").focus()
        page.keyboard.type("1000")
        page.keyboard.press("Enter")
        page.wait_for_url("**/clients/4/keys")
        assert f"Known of {definition}" in page.inner_text("main"), definition


def test_references_for_outsiders_name_nobody_of_ours(page):
    page.goto("/references")
    assert "Regional Oncology Centre" in page.inner_text("main table")
    assert "Ministry of Health" in page.inner_text("main table") and "Their letter" in page.inner_text("main table")
    page.get_by_role("link", name="For outsiders").click()
    table = page.inner_text("main table")
    # The Ministry has not confirmed that it may be cited.
    assert "Regional Oncology Centre" in table and "Ministry" not in table
    assert "Orlova" not in table and "Their letter" not in table
