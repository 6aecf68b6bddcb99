"""Each task of the desk by keyboard alone, with a fixed number of keys besides the typed text."""
import pytest

from keyboard import FOCUSED


class Hands:
    """Presses keys and counts them. Text typed into a field counts separately."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, text):
        self.page.keyboard.type(text)

    def go(self, *keys):
        """Presses keys, the last of which leads to another page."""
        self.press(*keys[:-1])
        with self.page.expect_navigation():
            self.press(keys[-1])

    def tab(self, **wanted):
        """Presses Tab until the wanted element has the focus. Each press counts, and the focus is always visible."""
        for _ in range(60):
            self.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            assert focused["visible"] or focused["tag"] == "BODY", focused
            if all(value in str(focused[key]) for key, value in wanted.items()):
                return
        raise AssertionError(f"{wanted} is not reached")

    def find(self, text, name):
        """Ctrl K, a text, and the first result."""
        self.press("Control+k")
        self.type(text)
        self.page.wait_for_function("name => document.querySelector('.found a')?.textContent.includes(name)", arg=name)
        self.go("ArrowDown", "Enter")


def open_dossier(hands):
    hands.find("regional onc", "Regional Oncology Centre")


def log_by_line(hands):
    open_dossier(hands)
    hands.go("l")
    hands.type("visit Sokolova: wants the audit, we send data by Fri")
    hands.go("Enter")
    hands.go("Control+Enter")
    assert hands.page.get_by_text("wants the audit").first.is_visible()


def new_client(hands):
    hands.go("n", "Enter")
    hands.type("Keyed clinic")
    hands.go("Control+Enter")
    assert hands.page.locator("h1").inner_text() == "Keyed clinic"


def edit_client(hands, city="Azov"):
    open_dossier(hands)
    hands.go("e")
    hands.tab(id="city")
    hands.press("Control+a")
    hands.type(city)
    hands.go("Control+Enter")
    assert hands.page.get_by_text(city).first.is_visible()


def undo(hands):
    edit_client(hands, "Kem")
    hands.go("u")
    assert hands.page.get_by_text("Kem", exact=True).count() == 0


def add_person(hands):
    open_dossier(hands)
    hands.find("peo", "People")
    hands.find("add", "Add a person")
    hands.type("Keyed Person")
    hands.go("Control+Enter")
    assert hands.page.locator("h1").inner_text() == "Regional Oncology Centre"


def prepare_meeting(hands):
    open_dossier(hands)
    hands.go("b")
    hands.go("e")
    hands.press("Tab", "Tab", "Tab")
    hands.tab(id="aim")
    hands.type("A date for the audit")
    hands.go("Control+Enter")
    assert hands.page.get_by_text("A date for the audit").is_visible()


def to_the_print(hands):
    open_dossier(hands)
    hands.go("p")
    assert hands.page.url.endswith("/print")


def done_on_today(hands):
    hands.page.goto("/")
    rows = hands.page.locator("form.act[action$='/done']").count()
    hands.press("t")
    hands.tab(text="Done")
    hands.go("Enter")
    assert hands.page.locator("form.act[action$='/done']").count() < rows or hands.page.locator(".saved").is_visible()


def filter_clients(hands):
    hands.find("clients", "Clients")
    hands.press("f")
    hands.type("pharm")
    hands.go("Enter")
    assert "q=pharm" in hands.page.url


def walk_rows(hands):
    hands.find("orders", "Orders")
    hands.press("t", "ArrowDown", "ArrowDown", "ArrowUp")
    hands.go("Enter")
    assert "/orders/" in hands.page.url


def new_order(hands, number="K-1"):
    open_dossier(hands)
    hands.find("new ord", "New order")
    hands.type(number)
    hands.go("Control+Enter")
    assert number in hands.page.locator("h1").inner_text()


def order_by_number(hands):
    new_order(hands, "K-2")
    hands.page.goto("/")
    hands.keys = 0
    hands.find("K-2", "K-2")
    assert "K-2" in hands.page.locator("h1").inner_text()


def new_payment(hands):
    open_dossier(hands)
    hands.find("rece", "Receivables")
    hands.find("new pay", "New payment")
    hands.type("100")
    hands.go("Control+Enter")
    assert "100.00" in hands.page.locator("main").inner_text()


def put_a_version_back(hands):
    edit_client(hands, "Ufa")
    edit_client(hands, "Orel")
    hands.keys = 0
    hands.find("hist", "History")
    hands.press("t", "ArrowDown")
    hands.tab(text="This version")
    hands.go("Enter")
    hands.tab(text="Put this version back")
    hands.go("Enter")
    assert hands.page.locator(".saved").is_visible()


def delete_client(hands):
    new_client(hands)
    hands.go("e")
    hands.find("del", "Delete")
    hands.tab(text="Delete")
    hands.go("Enter")
    assert hands.page.locator(".saved").is_visible()


def to_a_page(hands):
    hands.find("sett", "Settings")
    assert hands.page.url.endswith("/settings")


TASKS = {
    open_dossier: 3, log_by_line: 6, new_client: 3, edit_client: 12, undo: 13, add_person: 10, prepare_meeting: 10,
    to_the_print: 4, done_on_today: 5, filter_clients: 5, walk_rows: 8, order_by_number: 3, new_order: 7, new_payment: 10,
    put_a_version_back: 32, delete_client: 32, to_a_page: 3,
}


def test_the_keys_work_under_a_russian_layout(page):
    page.goto("/clients/2")
    press = """([key, code, ctrlKey]) => document.body.dispatchEvent(new KeyboardEvent("keydown", {key, code, ctrlKey, bubbles: true}))"""
    page.evaluate(press, ["л", "KeyK", True])
    assert page.evaluate("document.activeElement.name") == "q"
    with page.expect_navigation():
        page.evaluate(press, ["у", "KeyE", False])
    assert page.url.endswith("/edit")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_each_task_takes_the_expected_number_of_keys(page, task):
    page.goto("/")
    hands = Hands(page)
    task(hands)
    assert hands.keys == TASKS[task]
