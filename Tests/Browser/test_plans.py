"""The grid of targets: by keyboard, by paste, without scripts, and in two windows; plans that are agreed."""
import html
import io
import random
import re
import zipfile

import pytest

from daemon import Daemon
from looks import EVERY, faults

YEAR = 2027
"""The demo has its periods and no plans for it."""


@pytest.fixture
def desk(new_world):
    """A daemon on a demo desk of its own: targets change here."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


def cells(page, name):
    """The fields of the row of somebody."""
    return page.locator(f"table.plangrid input[aria-label^='{name},']")


def paste(page, text):
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})) }""", text)


def test_targets_are_typed_by_keyboard_alone_and_stand_on_the_page(page):
    page.goto(f"/plans?year={YEAR}")
    first = cells(page, "Marta Weiss").first
    first.focus()
    page.keyboard.type("380000")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("415 000,5")
    page.keyboard.press("Enter")
    assert "Pavel" in page.evaluate("document.activeElement.ariaLabel")
    page.keyboard.type("75000")
    page.locator(".savebar .main").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert [cells(page, "Marta Weiss").nth(n).input_value().replace("\u00a0", " ") for n in range(3)] == ["380 000", "415 000.50", ""]
    assert cells(page, "Pavel Sedov").nth(1).input_value().replace("\u00a0", " ") == "75 000"


def test_an_amount_far_below_last_year_is_asked_about_and_thousands_have_a_word(page):
    page.goto(f"/plans?year={YEAR}")
    first = cells(page, "Marta Weiss").first
    first.fill("26,5")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    wrong = page.locator("table.plangrid [aria-invalid]")
    assert wrong.count() == 1 and wrong.input_value() == "26,5" and "Far below last year" in page.inner_text("table.plangrid")
    wrong.fill("26,5 k")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    assert cells(page, "Marta Weiss").first.input_value().replace("\u00a0", " ") == "26 500"


def test_a_plan_is_a_workbook_whose_numbers_are_numbers(page, desk):
    answer = page.request.get(f"{desk.url}/company/plan.xlsx")
    assert answer.status == 200 and "spreadsheetml" in answer.headers["content-type"]
    book = zipfile.ZipFile(io.BytesIO(answer.body()))
    assert book.testzip() is None
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    income = page.request.get(f"{desk.url}/company/plan.json").json()["lines"][0]["actual"]
    numbers = [float(value) for value in re.findall(r'<c r="[A-Z]+2"><v>([^<]+)</v>', sheet)]
    assert income / 100 in numbers


def test_a_block_from_a_spreadsheet_is_pasted_and_taken_back_in_one_press(page):
    page.goto(f"/plans?year={YEAR}")
    cells(page, "Marta Weiss").first.focus()
    paste(page, "100 €\t200,5 €\t\t1 300 €\n400 €\t75,o\t500 €\t600 €\n")
    assert [cells(page, "Marta Weiss").nth(n).input_value() for n in range(4)] == ["100 €", "200,5 €", "", "1 300 €"]
    page.get_by_role("button", name="Undo the paste").click()
    assert [cells(page, "Marta Weiss").nth(n).input_value() for n in range(4)] == ["", "", "", ""]
    cells(page, "Marta Weiss").first.focus()
    paste(page, "100 €\t200,5 €\t\t1 300 €\n400 €\t75,o\t500 €\t600 €\n")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    wrong = page.locator("table.plangrid [aria-invalid]")
    assert wrong.count() == 1 and wrong.input_value() == "75,o"
    assert "Not a number" in page.inner_text("table.plangrid") and "1 field" in page.inner_text("[role=alert]")
    assert cells(page, "Marta Weiss").nth(1).input_value() == "200,5 €"
    wrong.fill("75 €")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    assert page.locator("[role=alert]").count() == 0
    assert cells(page, "Marta Weiss").nth(1).input_value() == "200.50"


def test_enter_beside_the_growth_fills_the_cells(page):
    page.goto(f"/plans?year={YEAR}")
    growth = page.locator("[name=growth]")
    growth.fill("10")
    with page.expect_navigation():
        growth.press("Enter")
    assert cells(page, "Marta Weiss").first.input_value() != ""


def test_two_editors_of_different_cells_both_keep_theirs_and_of_one_cell_both_stand(page):
    other = page.context.new_page()
    for window in (page, other):
        window.goto(f"/plans?year={YEAR}")
    cells(page, "Marta Weiss").nth(0).fill("100 €")
    cells(page, "Marta Weiss").nth(1).fill("200 €")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    cells(other, "Marta Weiss").nth(1).fill("250 €")
    cells(other, "Marta Weiss").nth(2).fill("300 €")
    with other.expect_navigation():
        other.locator(".savebar .main").click()
    assert cells(other, "Marta Weiss").nth(0).input_value() == "100"
    assert cells(other, "Marta Weiss").nth(1).input_value() == "250 €" and "200" in " ".join(other.locator("table.plangrid .theirs").all_inner_texts())
    with other.expect_navigation():
        other.locator(".savebar .main").click()
    assert [cells(other, "Marta Weiss").nth(n).input_value() for n in range(3)] == ["100", "250", "300"]
    other.close()


def test_without_scripts_cells_are_saved_and_a_target_is_handed_down(chromium, desk):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/plans?year={YEAR}")
    page.locator("table.plangrid tr.l0 input").first.fill("1000000")
    page.locator(".savebar .main").click()
    page.get_by_role("button", name="Fill what nobody carries").click()
    values = [field.input_value() for field in page.locator("table.plangrid tr.l1 td:nth-child(2) input").all()]
    assert sum(float(value.replace("\u00a0", "").replace(" ", "")) for value in values if value) == pytest.approx(1000000)
    assert page.locator("table.plangrid tr.gaprow td").first.inner_text() == "="
    context.close()


def test_a_plan_is_agreed_and_changes_only_by_a_new_version(page):
    page.goto(f"/plans?year={YEAR}")
    cells(page, "Marta Weiss").first.fill("500")
    with page.expect_navigation():
        page.locator(".savebar .main").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Agree: Marta Weiss").click()
    assert cells(page, "Marta Weiss").count() == 0
    page.get_by_role("link", name="New version: Marta Weiss").click()
    page.locator("main button.main").click()
    assert page.locator("#reason-error").count() == 1
    page.fill("#reason", "Two clients moved")
    with page.expect_navigation():
        page.locator("main button.main").click()
    assert cells(page, "Marta Weiss").first.input_value() == "500"
    assert "Two clients moved" in page.inner_text("main")


def test_nothing_is_wrong_with_plans_however_they_are_looked_at(page, language):
    for address in ("/plans", "/plans?by=month", "/plans?by=year&metric=buying", "/plans?of=1", "/company/plan", "/colleagues/1/plan", "/settings/periods", "/settings/calendar"):
        page.goto(address)
        assert faults(page, EVERY) == [], address


SHAPES = [
    lambda value: f"{value:,}".replace(",", " "),
    lambda value: f"{value:,}".replace(",", "\u00a0"),
    lambda value: f"{value:,}".replace(",", "\u202f") + " €",
    lambda value: f"{value:,}".replace(",", "."),
    lambda value: f"{value:,}.00",
    lambda value: f"{value:,}".replace(",", ".") + ",00",
    lambda value: f"{value:,}".replace(",", "'") + ".0",
    lambda value: f"  {value} EUR ",
    lambda value: f"{value},0",
    lambda value: f"{value // 1000} k",
]
WRONG = ["75,o", "12,345,67", "-5", "%", "1e5", "1.2.3", "=1+1", "nothing", "9" * 25, "5 %%", "1 2 3,4,5"]


def test_sixty_blocks_in_every_shape_of_numbers_are_read_or_refused_cell_by_cell(page, desk):
    """Each block has another size, place and shapes; every third has wrong cells. What is right is known from the numbers themselves."""
    address = f"/plans?year={YEAR}"
    rows = "[...document.querySelectorAll('table.plangrid tbody tr')].map(r => [...r.querySelectorAll('input')]).filter(r => r.length)"
    page.goto(address)
    names = page.evaluate(rows + ".map(row => row.map(cell => cell.name))")
    for seed in range(60):
        chance = random.Random(seed)
        block, targets, wrong = [], {}, {}
        height, width = chance.randint(1, 4), chance.randint(1, 4)
        top, left = chance.randint(0, len(names) - height), chance.randint(0, len(names[0]) - width)
        # One cell alone is the browser's to paste.
        if height == width == 1:
            height, top = 2, min(top, len(names) - 2)
        for down in range(height):
            block.append([])
            for right in range(width):
                name, value = names[top + down][left + right], chance.randint(1000, 9_999_999) * 1000
                if seed % 3 == 0 and chance.random() < 0.3:
                    text = wrong[name] = chance.choice(WRONG)
                elif chance.random() < 0.15:
                    text = ""
                else:
                    text, targets[name] = chance.choice(SHAPES)(value), value
                block[-1].append(f'"{text}"' if chance.random() < 0.2 else text)
        # What was typed last is kept when the page is left, and would be typed again.
        page.goto("/login")
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto(address)
        before = page.request.get(f"{desk.url}/plans.json?year={YEAR}").json()
        page.locator(f"[name='{names[top][left]}']").focus()
        paste(page, chance.choice(["\n", "\r\n"]).join("\t".join(row) for row in block) + chance.choice(["", "\n"]))
        # What the form holds is sent as the browser would send it.
        typed = page.evaluate("Object.fromEntries(new FormData(document.querySelector('#targets')))")
        answer = page.request.post(f"{desk.url}/plans", form=typed, headers={"Origin": desk.url})
        fields = re.findall(r'<input name="([^"]+)" value="([^"]*)"([^>]*)>', answer.text())
        refused = {name: html.unescape(value) for name, value, rest in fields if "aria-invalid" in rest}
        # No target is far below last year: thousands of thousands were typed.
        assert refused == wrong, (seed, block)
        after = page.request.get(f"{desk.url}/plans.json?year={YEAR}").json()
        if wrong:
            kept = {name: value for name, value, _ in fields}
            assert answer.status == 422 and after["rows"] == before["rows"] and all(kept[field] for field in targets), seed
        else:
            assert answer.ok and values(after) == values(before) | {field: value * 100 for field, value in targets.items()}, (seed, block)


def values(grid):
    """The targets of a grid by the names of their fields."""
    columns = [column["id"] for column in grid["columns"]]
    return {
        f"{row['scope']}.{column}": target["amount"]
        for row in grid["rows"] for column, target in zip(columns, row["targets"]) if target
    }
