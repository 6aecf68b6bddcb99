"""A file from upload to undo, by keyboard, and the figures on the screen."""
import re

from daemon import Visitor
from keyboard import fill, press, tab_to


def choose_file(page, kind, path):
    page.goto("/imports")
    page.select_option("#kind", kind)
    tab_to(page, id="file")
    page.set_input_files("#file", path)
    tab_to(page, tag="BUTTON", action="/imports")
    with page.expect_navigation(url="**/imports/waiting/*"):
        page.keyboard.press("Enter")
    # A file whose columns are known is rehearsed at once.
    page.wait_for_selector("#null")


def choose(page, field, column):
    """Chooses the column with this number, counted from 1, with arrow keys."""
    tab_to(page, id=field)
    page.keyboard.press("Home")
    for _ in range(column):
        page.keyboard.press("ArrowDown")


def rehearse(page):
    with page.expect_navigation():
        press(page, tag="BUTTON", action=lambda action: (action or "").endswith("/rehearsal"))
    page.wait_for_selector("[role=status]")


def run(page):
    press(page, tag="BUTTON", action=lambda action: (action or "").endswith("/run"))
    page.wait_for_selector("form[action$='/undo']")


def take_back(page):
    press(page, tag="BUTTON", action=lambda action: (action or "").endswith("/undo"))
    page.wait_for_selector(".head .badge")
    page.wait_for_selector("progress", state="detached")


def status(page):
    return [int(number) for number in re.findall(r"\d+", page.inner_text("[role=status]"))]


def test_an_import_from_upload_to_undo_by_keyboard(page, language, desk, tmp_path):
    visitor = Visitor(desk)
    before = visitor.json("/clients.json")["rows"]
    path = tmp_path / "Клиенты 1.csv"
    path.write_text(f"Код;Наименование;Город;ИНН\nX-{language};Новый клиент {language};Казань;\nY-{language};Плохой;;123\n", encoding="utf-8")
    choose_file(page, "clients", path)
    assert "Клиенты 1.csv" in page.inner_text("h1")
    choose(page, "field-key", 1)
    choose(page, "field-name", 2)
    choose(page, "field-inn", 4)
    rehearse(page)
    assert status(page) == [1, 0, 0, 1]
    assert page.get_by_text({"en": "INN: Not an INN", "ru": "ИНН: Неверный ИНН"}[language]).is_visible()
    assert visitor.json("/clients.json")["rows"] == before, "a rehearsal writes nothing"
    run(page)
    assert status(page) == [1, 0, 0, 1]
    page.goto("/clients?q=X-" + language)
    assert page.get_by_text(f"Новый клиент {language}").count() == 1

    # The mapping is remembered: for the same file there is nothing to choose, and nothing to do.
    choose_file(page, "clients", path)
    page.wait_for_selector("[role=status]")
    assert page.input_value("#field-name") == "1"
    assert status(page) == [0, 0, 1, 1] and page.locator("form[action$='/run']").count() == 0

    page.goto("/imports")
    press(page, href=lambda href: re.fullmatch(r"/imports/\d+", href or ""))
    take_back(page)
    page.goto("/clients?q=X-" + language)
    assert page.get_by_text(f"Новый клиент {language}").count() == 0


def test_a_file_of_another_program_from_upload_to_undo_by_keyboard(page, language, tmp_path):
    """A file with a title, a total, months before days, letters of windows-1252 and a mark that is asked about."""
    page.goto("/clients/new")
    fill(page, "name", f"Universitätsklinikum Köln {language}")
    press(page, tag="BUTTON", action="/clients")
    path = tmp_path / "ledger.csv"
    name = f"Universitätsklinikum Köln {language}"
    path.write_bytes(
        f"Ledger;;;\r\nNumber;Customer;Invoice date;Due date;Amount\r\nL1-{language};{name};01/30/2026;02/28/2026;1,500\r\n"
        f"L2-{language};{name};02/01/2026;03/02/2026;2,250\r\nTotal;;;;3,750\r\n".encode("windows-1252"))
    choose_file(page, "invoices", path)
    page.wait_for_selector("[aria-invalid=true], [role=status]")
    assert page.input_value("#encoding") == "windows-1252" and page.input_value("#first_row") == "2"
    # What was said of the last file of the kind decides what this one leaves open.
    if page.locator("#decimal-note").count():
        assert {"en": "1,500", "ru": "1\u00a0500"}[language] in page.inner_text("#decimal-note")
        tab_to(page, id="decimal")
        page.keyboard.press("End")
        rehearse(page)
    assert page.input_value("#decimal") == "."
    assert status(page) == [2, 0, 0, 0]
    rows = page.locator("section", has_text={"en": "Rows as they were read", "ru": "Строки, как они прочитаны"}[language]).last
    assert "01/30/2026" in rows.inner_text() and "1,500" in rows.inner_text()
    assert {"en": "3,750", "ru": "3\u00a0750"}[language] in page.inner_text("main"), "the sum of the column, without the total"
    run(page)
    page.goto("/receivables?on=2026-03-31")
    assert {"en": "2,250.00", "ru": "2\u00a0250,00"}[language] in page.inner_text("main")
    page.goto("/imports")
    press(page, href=lambda href: re.fullmatch(r"/imports/\d+", href or ""))
    take_back(page)
    page.goto(f"/search?q=L2-{language}")
    assert page.locator("main a", has_text=f"L2-{language}").count() == 0


def test_discounts_are_asked_about_and_a_constant_stands_in_every_row(page, language, tmp_path):
    products = tmp_path / "products.csv"
    products.write_text(f"name,price\nCaps {language},100\nGowns {language},100\n", encoding="utf-8")
    choose_file(page, "products", products)
    page.wait_for_selector("[role=status]")
    run(page)
    orders = tmp_path / "orders.csv"
    orders.write_text(f"number,date\nD-{language},2026-01-15\n", encoding="utf-8")
    page.goto("/clients/new")
    fill(page, "name", f"Discounted {language}")
    press(page, tag="BUTTON", action="/clients")
    choose_file(page, "orders", orders)
    page.locator("details summary").last.press("Enter")
    fill(page, "set-client", f"Discounted {language}")
    rehearse(page)
    assert status(page) == [1, 0, 0, 0]
    run(page)
    lines = tmp_path / "lines.csv"
    lines.write_text(f"order,product,quantity,discount\nD-{language},Caps {language},1,5\nD-{language},Gowns {language},1,0.5\n", encoding="utf-8")
    choose_file(page, "order-lines", lines)
    page.wait_for_selector("[aria-invalid=true], [role=status]")
    if page.locator("#discount-note").count():
        assert "0.5" in page.inner_text("#discount-note")
        tab_to(page, id="discount")
        page.keyboard.press("Home")
        page.keyboard.press("ArrowDown")
        rehearse(page)
    assert page.input_value("#discount") == "percent"
    assert status(page) == [2, 0, 0, 0]
    run(page)
    page.goto(f"/search?q=D-{language}")
    page.locator("main a[href^='/orders/']").first.click()
    text = page.inner_text("main")
    assert {"en": "0.5\u00a0%", "ru": "0,5\u00a0%"}[language] in text and "5\u00a0%" in text


def test_an_import_is_not_taken_back_after_a_change_and_the_record_is_named(page, desk, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("key,name\nP-77,Changed Later\n", encoding="utf-8")
    choose_file(page, "people", path)
    page.wait_for_selector("[role=status]")
    run(page)
    person = Visitor(desk).json("/people.json?q=Changed+Later")["rows"][0]["id"]
    page.goto(f"/people/{person}/edit")
    page.fill("#note", "changed")
    page.click("main .form button.main")
    page.goto("/imports")
    press(page, href=lambda href: re.fullmatch(r"/imports/\d+", href or ""))
    take_back(page)
    assert page.locator("th", has_text="Changed Later").is_visible()
    assert Visitor(desk).json(f"/people/{person}.json")["person"]["name"] == "Changed Later"


def test_a_file_that_is_no_table_is_refused_beside_its_field(page, tmp_path):
    path = tmp_path / "nothing.csv"
    path.write_bytes(b"\x00\x01\x02\x00")
    page.goto("/imports")
    page.set_input_files("#file", path)
    page.click("form[data-upload] button")
    page.wait_for_selector(".error")
    assert page.url.endswith("/imports")


def test_the_figures_of_an_order_an_invoice_and_a_payment(page, language):
    page.goto("/products/new")
    for field, text in [("name", f"Gloves {language}"), ("price", "1 250,50"), ("cost", "1000")]:
        fill(page, field, text)
    press(page, tag="BUTTON", action="/products")
    page.goto("/clients/new")
    fill(page, "name", f"Figures {language}")
    press(page, tag="BUTTON", action="/clients")
    client = page.url
    page.goto(f"/orders/new?client={client.rsplit('/', 1)[1]}")
    page.fill("#date", "2026-01-15")
    page.fill("#shipped", "2026-01-20")
    page.select_option("#status", "shipped")
    page.fill("#line-1-product", f"Gloves {language}")
    page.fill("#line-1-quantity", "10")
    page.fill("#line-1-discount", "10")
    press(page, tag="BUTTON", action="/orders")
    figures = {"en": ["11,254.50", "1,254.50"], "ru": ["11\u00a0254,50", "1\u00a0254,50"]}[language]
    for figure in figures:
        assert figure in page.inner_text(".figures")
    page.goto(client + "/invoices/new")
    for field, text in [("number", f"I-{language}"), ("amount", "13505.40"), ("date", "2026-01-20"), ("due", "2026-02-20")]:
        page.fill(f"#{field}", text)
    press(page, tag="BUTTON", action=lambda action: (action or "").endswith("/invoices"))
    page.goto(client + "/payments/new")
    page.fill("#amount", "3505.4")
    page.fill("#date", "2026-02-01")
    press(page, tag="BUTTON", action=lambda action: (action or "").endswith("/payments"))
    page.goto(client + "/receivables?on=2026-03-01")
    open_amount = {"en": "10,000.00", "ru": "10\u00a0000,00"}[language]
    assert open_amount in page.inner_text("main")
    page.goto(client + "/receivables?on=2026-01-31")
    assert {"en": "13,505.40", "ru": "13\u00a0505,40"}[language] in page.inner_text("main")
    with page.expect_download() as download:
        page.click(".export")
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert {"en": f"I-{language},Figures en,2026-01-20,2026-02-20,13505.40,13505.40", "ru": f"I-{language};Figures ru;2026-01-20;2026-02-20;13505,40;13505,40"}[language] in text
