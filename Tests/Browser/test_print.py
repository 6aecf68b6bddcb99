"""The dossier and the brief on paper."""
import re
import subprocess

import pytest

from conftest import speak
from daemon import KAMDESK, Daemon, Visitor, days, open_desk

ALL = "risks,keys,strategy,people,matters,interactions,money,tenders,orders,receivables,about,history"
FOOT = {"en": "page {} of {}", "ru": "стр. {} из {}"}
# Marks the start and the end of each row of a table or panel.
MARK_ROWS = """() => document.querySelectorAll('tbody tr, .why').forEach((row, number) => {
  const cells = row.matches('tr') ? row.cells : [row];
  cells[0].prepend(`⟦${number}⟧`);
  cells[cells.length - 1].append(` ⟦${number}⟧`);
})"""


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """A desk whose clients have five years of history."""
    path = tmp_path_factory.mktemp("years") / "desk.sqlite"
    subprocess.run([KAMDESK, "demo", "--desk", path, "--clients", "10", "--years", "5"], check=True, capture_output=True)
    return path


def sheets(pdf):
    """The text of each page of a PDF."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def printed(desk, *arguments):
    return subprocess.run([KAMDESK, "print", "client", "2", "--desk", desk, *arguments], capture_output=True, check=True).stdout


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_sheet_of_a_long_dossier_names_its_client_and_page_number(years, tmp_path, tongue, paper):
    pdf = tmp_path / "dossier.pdf"
    pdf.write_bytes(printed(years, "--pdf", "--lang", tongue, "--paper", paper, "--sections", ALL, "--since", "2015-01-01"))
    pages = sheets(pdf)
    assert len(pages) >= 30
    for number, page in enumerate(pages, 1):
        assert "Regional Oncology Centre" in page.splitlines()[0] and FOOT[tongue].format(number, len(pages)) in page
        assert "Anna Orlova" in page.strip().splitlines()[-1]
    size = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert {"a4": "A4", "letter": "letter"}[paper] in size
    assert "€" in "".join(pages) and "Left out" not in pages[-1]


@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_no_row_is_split_between_sheets(chromium, years, tmp_path, tongue):
    file = tmp_path / "dossier.html"
    file.write_bytes(printed(years, "--lang", tongue, "--sections", ALL, "--since", "2015-01-01"))
    context = chromium.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()], "the file needs something beside it"
    assert page.locator("a, form, button, script").count() == 0
    page.evaluate(MARK_ROWS)
    pdf = tmp_path / "dossier.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    context.close()
    rows = 0
    for text in sheets(pdf):
        marks = re.findall(r"⟦(\d+)⟧", text)
        assert all(marks.count(mark) == 2 for mark in marks)
        rows += len(marks) // 2
    assert rows > 500


def test_a_table_that_goes_on_has_its_head_on_every_sheet(years, tmp_path):
    pdf = tmp_path / "orders.pdf"
    pdf.write_bytes(printed(years, "--pdf", "--lang", "en", "--sections", "orders", "--since", "2015-01-01"))
    pages = sheets(pdf)
    assert len(pages) > 3
    assert all("Number" in page and "Ordered" in page and "Status" in page for page in pages[:-1])
    assert "Left out: at risk, why key, strategy, people and power, promises, interactions, money, tenders, receivables, about, history." in " ".join(pages[-1].split())


def test_printing_to_pdf_without_a_browser_is_refused(years):
    answer = subprocess.run(
        [KAMDESK, "print", "client", "2", "--desk", years, "--pdf"], capture_output=True, text=True, env={"PATH": "/nowhere"})
    assert answer.returncode == 1 and answer.stdout == "" and "no Chromium is installed" in answer.stderr


# How full: each text as long as possible; each broken into lines; just enough that nothing is cut.
FULL = {"long": (1, "agreement ", "договорённость "), "broken": (1, "we\n", "мы\n"), "roomy": (9, "agreement ", "договорённость ")}


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("full", FULL)
def test_the_fullest_brief_is_one_sheet(chromium, tmp_path, tongue, paper, full):
    """Adds as many people, promises, orders and objections as needed."""
    daemon = Daemon(open_desk(tmp_path / "desk.sqlite"))
    visitor = Visitor(daemon)
    part, *words = FULL[full]
    word = words[tongue == "ru"]
    long = lambda limit: (word * limit)[:limit // part].strip()
    visitor.post("/clients", {"name": long(200)})
    fields = {"aim": long(500), "day": days(1)}
    for number in range(1, 7):
        visitor.post("/clients/1/people", {"name": f"{number} {long(150)}", "title": long(200), "role": "approver"})
        fields[f"person-{number}"] = "yes"
    for side in ("ours", "theirs"):
        for number in range(6):
            visitor.post("/clients/1/matters", {"text": f"{number} {long(490)}", "side": side, "due": days(-300)})
    for number in (1, 2):
        visitor.post("/interactions", {"client": "1", "topic": f"{number} {long(290)}", "kind": "call", "person-1": "yes"})
    visitor.post("/clients/1/invoices", {"number": "1", "amount": "1000000", "date": days(-300), "due": days(-300)})
    for number in (1, 2):
        visitor.post("/orders", {"client": long(200), "client_id": "1", "number": f"{number} {long(60)}", "status": "accepted"})
    for number in (1, 2, 3):
        fields |= {f"objection-{number}": long(200), f"answer-{number}": long(300)}
    assert visitor.post("/clients/1/brief", fields | {"version": "0"})[0] == 303
    context = chromium.new_context(base_url=daemon.url)
    page = context.new_page()
    speak(page, tongue)
    page.goto("/clients/1/brief")
    assert page.locator(".brief.tight").count() == (full != "roomy") and page.locator(".brief .lines li").count() == 13
    pdf = tmp_path / "brief.pdf"
    page.pdf(path=pdf, format=paper)
    context.close()
    assert daemon.stop() == 0
    assert len(sheets(pdf)) == 1


@pytest.mark.parametrize("address", ["/", "/clients", "/orders", "/orders/1", "/receivables", "/people", "/clients/2"])
def test_every_page_prints_with_its_name_and_number(page, tmp_path, address):
    page.goto(address)
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, format="A4")
    name = page.locator("html").get_attribute("data-running")
    pages = sheets(pdf)
    for number, text in enumerate(pages, 1):
        assert name in text.splitlines()[0] and f"page {number} of {len(pages)}" in text
    assert "Import" not in pages[0] and "Find a client" not in pages[0]
