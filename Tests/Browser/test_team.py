"""A team on one desk: two users in two windows, a login by keyboard, and typing across the end of a login."""
import http.server
import re
import subprocess
import threading

import pytest

from conftest import speak
from daemon import KAMDESK, Daemon
from keyboard import fill, press
from looks import BY_TONGUE, faults

PASSWORD = "correct horse battery"


def kamdesk(*arguments, path, typed=""):
    return subprocess.run([KAMDESK, *arguments, "--desk", path], input=typed, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def team(new_world):
    """A daemon on the demo desk. All users have a password."""
    path = new_world()
    for line in kamdesk("user", "list", path=path).splitlines():
        kamdesk("user", "password", line.split(":")[0], path=path, typed=PASSWORD + "\n")
    daemon = Daemon(path)
    daemon.path = path
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def window(chromium, team):
    """Opens windows, each with its own cookies. A fault in any of them fails the test."""
    contexts, faults = [], []

    def opened(**options):
        context = chromium.new_context(base_url=team.url, viewport={"width": 1360, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def log_in(page, name, address="/"):
    page.goto(address)
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    with page.expect_navigation():
        page.click("main button.main")
    return page


def own_client(page, name):
    """The address of a client whose KAM is this colleague."""
    rows = page.request.get("/clients.json").json()["rows"]
    return f"/clients/{next(row['id'] for row in rows if row['kam'] == name and row['status'])}"


def test_a_login_goes_by_keyboard_to_the_page_that_asked_for_it(window):
    page = window()
    page.goto("/clients?order=income")
    assert page.url.endswith("/login?back=%2Fclients%3Forder%3Dincome")
    fill(page, "name", "Anna Orlova") if page.evaluate("document.activeElement.id") != "name" else page.keyboard.type("Anna Orlova")
    fill(page, "password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients?order=income")
    press(page, tag="BUTTON", action="/logout")
    assert "/login" in page.url
    page.go_back()
    page.goto("/clients")
    assert "/login" in page.url


def test_two_people_in_two_windows_see_each_other_and_lose_nothing(window):
    marta = log_in(window(), "Marta Weiss")
    client = own_client(marta, "Marta Weiss")
    marta.goto(client + "/edit")
    anna = log_in(window(), "Anna Orlova", client + "/edit")
    assert anna.locator("[data-presence]").inner_text() == "Also open by Marta Weiss"
    marta.fill("#city", "Tver")
    anna.fill("#note", "calls on Mondays")
    for page in (marta, anna):
        with page.expect_navigation():
            page.click("main button.main")
    text = anna.content()
    assert "Tver" in text and "calls on Mondays" in text
    anna.goto(client + "/history")
    assert "Marta Weiss" in anna.locator(".why").nth(1).inner_text()


def test_a_KAM_sees_the_clients_of_others_by_name(window):
    marta = log_in(window(), "Marta Weiss")
    rows = marta.request.get("/clients.json").json()["rows"]
    other = next(row for row in rows if row["kam"] not in (None, "Marta Weiss"))
    marta.goto(f"/clients/{other['id']}")
    assert other["name"] in marta.content() and other["kam"] in marta.content()
    assert marta.locator(".tabs").count() == 0
    for room in ("people", "history", "edit", "print", "brief"):
        assert marta.goto(f"/clients/{other['id']}/{room}").status == 404
    marta.fill("input[type=search]", other["name"])
    marta.wait_for_selector(f".found a[href='/clients/{other['id']}']")


def test_what_is_typed_survives_the_end_of_a_login(window, team):
    marta = log_in(window(), "Marta Weiss")
    client = own_client(marta, "Marta Weiss")
    marta.goto(client + "/edit")
    marta.fill("#note", "a long story, typed over lunch")
    # Somebody ends the login from another browser.
    other = log_in(window(), "Marta Weiss", "/account")
    other.locator("tr:not(:has(.badge)) form.act button").first.click()
    other.wait_for_load_state()
    with marta.expect_navigation():
        marta.click("main button.main")
    assert "What you typed is kept" in marta.content()
    marta.fill("#name", "Marta Weiss")
    marta.fill("#password", PASSWORD)
    with marta.expect_navigation():
        marta.click("main button.main")
    assert marta.input_value("#note") == "a long story, typed over lunch"
    with marta.expect_navigation():
        marta.click("main button.main")
    assert "a long story, typed over lunch" in marta.content()


@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_nothing_is_wrong_with_the_pages_of_a_team_however_they_are_looked_at(window, tongue):
    page = window(locale=tongue)
    found = {}

    def look(name, page=page):
        if wrong := faults(page, BY_TONGUE[tongue]):
            found[name] = wrong

    page.goto("/login")
    assert page.locator("html").get_attribute("lang") == tongue
    look("login")
    page.fill("#name", "Anna Orlova")
    page.fill("#password", "wrong")
    with page.expect_navigation():
        page.click("main button.main")
    look("a failed login")
    page.goto("/join?key=spent")
    look("a spent key")
    log_in(page, "Anna Orlova")
    speak(page, tongue)
    for address in ("/account", "/account/second-factor/edit", "/absences", "/absences/1/edit", "/log", "/settings/rights",
                    "/colleagues/2/edit", "/settings", "/clients/2/readings"):
        page.goto(address)
        look(address)
    page.goto("/colleagues/2/edit")
    with page.expect_navigation():
        page.click("form[action$=invitation] button")
    look("an invitation")
    key = re.search(r"join\?key=\w{64}", page.content())[0]
    guest = window(locale=tongue)
    guest.goto("/" + key)
    look("join", guest)
    speak(page, "en")
    assert found == {}


@pytest.mark.parametrize("width", [360, 1360, 2560])
def test_no_page_of_a_team_is_wider_than_its_window(window, width):
    page = window()
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, "Anna Orlova", "/settings")
    page.fill("#name", f"{width}{'Достопримечательность' * 5}")
    page.fill("#department", "Достопримечательность" * 5)
    with page.expect_navigation():
        page.click("form[action='/colleagues'] button")
    page.context.clear_cookies()
    for name, addresses in (("", ["/login"]), ("Anna Orlova", ["/account", "/account/second-factor/edit", "/log", "/absences", "/settings/rights", "/colleagues/2/edit", "/settings"]),
                            ("Marta Weiss", ["/", "/clients", "/people/9"])):
        if name:
            page.context.clear_cookies()
            log_in(page, name)
        for address in addresses:
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_form_sent_by_a_page_of_another_origin_is_refused(window, team):
    """Another program on the same machine: the browser sends it our cookie, and says where the form comes from."""
    marta = log_in(window(), "Marta Weiss")
    client = own_client(marta, "Marta Weiss")
    marta.goto(client + "/edit")
    token = marta.locator("main input[name=token]").get_attribute("value")

    class Evil(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"""<form method="post" action="{team.url.rstrip("/")}{client}/matters"><input name="token" value="{token}">
              <input name="text" value="pay the evil one"><input name="side" value="ours"><button>Win</button></form>""".encode())

        def log_message(self, *_):
            pass

    evil = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Evil)
    threading.Thread(target=evil.serve_forever, daemon=True).start()
    try:
        with marta.expect_response("**/matters") as answer:
            marta.goto(f"http://127.0.0.1:{evil.server_port}/")
            marta.click("button")
        assert answer.value.status == 403
        assert "cookie" in answer.value.request.all_headers(), "the browser sent no cookie, so nothing was tried"
    finally:
        evil.shutdown()
    marta.goto(client + "/matters")
    assert "pay the evil one" not in marta.content()


def test_a_confidential_dossier_says_so_on_paper_and_tells_who_has_read_it(window, team):
    anna = log_in(window(), "Anna Orlova")
    anna.goto("/clients/3/edit")
    anna.check("#confidential")
    with anna.expect_navigation():
        anna.click("main button.main")
    assert "Trade secret" in anna.locator("html").get_attribute("data-running")
    anna.goto("/clients/3/print")
    anna.goto("/clients/3/readings")
    assert anna.locator("tbody tr").count() >= 2 and "printed" in anna.content()
