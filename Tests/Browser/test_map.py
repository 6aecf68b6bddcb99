"""The map in a real browser: drawing ties, dragging people who then stay, moving by keyboard and by fingers, colours, and paper."""
import base64
import math
import re
import subprocess

import pytest

from conftest import speak
from daemon import Daemon, days
from looks import EVERY, faults


@pytest.fixture(scope="module")
def untouched(new_world):
    """A daemon on its own demo desk, with the people at their first places on the map."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def board(page):
    """The map of the demo's oncology centre, drawn and stored, all of it in the window."""
    page.set_viewport_size({"width": 1360, "height": 1400})
    page.goto("/clients?q=Regional+Oncology")
    page.get_by_role("link", name="Regional Oncology Centre").first.click()
    page.get_by_role("link", name="Map", exact=True).last.click()
    page.wait_for_selector("svg.map")
    return page


def places(page):
    """Everybody's place in the drawing."""
    return page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("[data-person]")].map((node) => {
      const body = node.querySelector(".body");
      return [node.dataset.person, [body.cx.baseVal.value, body.cy.baseVal.value]];
    }))""")


def middle(page, person):
    box = page.locator(f"[data-person='{person}'] .body").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, person, to, key=None):
    page.locator(f"[data-person='{person}'] .body").scroll_into_view_if_needed()
    target = middle(page, to) if isinstance(to, str) else [a + b for a, b in zip(middle(page, person), to)]
    if key:
        page.keyboard.down(key)
    page.mouse.move(*middle(page, person))
    page.mouse.down()
    page.mouse.move(*target, steps=8)
    page.mouse.up()
    if key:
        page.keyboard.up(key)


def test_a_tie_is_drawn_from_one_person_to_another(board):
    before = places(board)
    ties = board.locator("[data-tie]").count()
    tied = set(board.evaluate("""[...document.querySelectorAll("[data-tie]")].map((tie) => `${tie.dataset.from} ${tie.dataset.to}`)"""))
    one, other = next((a, b) for a in before for b in before if a < b and f"{a} {b}" not in tied and f"{b} {a}" not in tied)
    drag(board, one, other, "Shift")
    board.wait_for_url(f"**/people/{one}/ties/new?other={other}")
    assert board.locator("[name=other]").input_value() != ""
    board.locator("[name=kind]").select_option("works-with")
    board.get_by_role("button", name="Save").click()
    board.wait_for_url(f"**/people/{one}")
    board.goto(f"/people/{one}/map")
    assert board.locator(f"[data-tie][data-from='{one}'][data-to='{other}']").count() == 1
    assert ties > 0


def test_a_person_who_is_dragged_stays_there_and_moves_nobody_else(board):
    before = places(board)
    person = next(iter(before))
    with board.expect_response(re.compile("/map/pins$")) as pinned:
        drag(board, person, (40, 30))
    assert pinned.value.status == 303
    board.reload()
    after = places(board)
    assert max(abs(a - b) for a, b in zip(before[person], after[person])) > 20
    assert {key: value for key, value in before.items() if key != person} == {key: value for key, value in after.items() if key != person}
    assert board.locator(f"[data-person='{person}'][data-pinned]").count() == 1
    board.reload()
    assert places(board) == after


def test_arrow_keys_go_from_person_to_person_and_enter_opens_one(board):
    # The most important person is drawn last and stands in the middle.
    first = board.locator("[data-person]").last
    first.focus()
    seen = {first.get_attribute("data-person")}
    for key in ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"] * 3:
        board.keyboard.press(key)
        seen.add(board.evaluate("document.activeElement.dataset.person"))
    assert len(seen) > 3 and None not in seen
    traced = board.evaluate("document.activeElement.dataset.person")
    assert board.locator("svg.map.tracing a.traced").count() > 0
    board.keyboard.press("+")
    assert board.evaluate("document.querySelector('svg.map').viewBox.baseVal.width") > 0
    board.keyboard.press("Enter")
    board.wait_for_url(f"**/people/{traced}")


def test_zooming_changes_the_view_and_a_button_shows_the_whole_again(board):
    whole = board.locator("svg.map").get_attribute("viewBox")
    board.get_by_role("button", name="Zoom in").click()
    assert board.locator("svg.map").get_attribute("viewBox") != whole
    board.get_by_role("button", name="Fit to screen", exact=True).click()
    same = [float(part) for part in board.locator("svg.map").get_attribute("viewBox").split()]
    assert same == pytest.approx([float(part) for part in whole.split()], abs=0.1)


def test_the_map_is_complete_without_scripts(chromium, desk):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/map")
    people = page.locator("[data-person]").count()
    assert people > 30 and page.locator("[data-tie]").count() > 60
    assert page.locator("tbody tr th a[href^='/people/']").count() >= people
    page.goto(page.locator("[data-person]").first.get_attribute("href"))
    assert re.search(r"/people/\d+$", page.url)
    context.close()


NAMES = """() => {
  const scale = document.querySelector("svg.map").getScreenCTM().a;
  return [...document.querySelectorAll("svg.map .label")].filter((label) => getComputedStyle(label).display !== "none").map((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    return { left, right, top, bottom, pixels: parseFloat(getComputedStyle(label).fontSize) * scale, isName: label.matches(".name") };
  });
}"""


def overlapping(names):
    """Pairs of names that overlap by more than the margin between a name's box and its letters."""
    return [
        (a, b) for place, a in enumerate(names) for b in names[:place]
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 2 and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 6]


@pytest.mark.parametrize("width", [360, 1360, 2560])
@pytest.mark.parametrize("scripts", [True, False])
def test_names_can_be_read_and_do_not_overlap_however_wide_the_screen_is(chromium, untouched, width, scripts):
    context = chromium.new_context(
        base_url=untouched.url, viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/map")
    names = page.evaluate(NAMES)
    assert len([name for name in names if name["isName"]]) >= {360: 3, 1360: 30, 2560: 60}[width]
    assert all(name["pixels"] > (11 if name["isName"] else 9.5) for name in names)
    assert overlapping(names) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if scripts:
        for _ in range(3):
            page.get_by_role("button", name="Zoom in").click()
        nearer = page.evaluate(NAMES)
        assert len(nearer) > len(names) and overlapping(nearer) == []
    context.close()


def test_the_filter_form_offers_known_values_and_keeps_the_person_asked_about(page):
    page.goto("/map")
    assert page.locator("#territory-list option").count() > 0
    page.get_by_label("Client", exact=True).select_option(index=1)
    chosen = page.get_by_label("Client", exact=True).input_value()
    page.locator("details.folded > summary.body", has_text="people").click()
    page.get_by_role("link", name="Who introduces us?").first.click()
    asked = re.search(r"to=(\d+)", page.url)[1]
    page.get_by_label("This person decides a tender: leave out family and friends").check()
    page.locator("form:has(#tender) button").click()
    assert f"to={asked}" in page.url and "tender=yes" in page.url
    page.get_by_label("Client", exact=True).select_option(chosen)
    page.locator("form.filters").first.get_by_role("button", name="Show").click()
    assert f"at={chosen}" in page.url and f"to={asked}" in page.url and "tender=yes" in page.url


def test_nothing_is_wrong_with_the_map_however_it_is_looked_at(board):
    assert faults(board, EVERY) == []


def test_tables_are_unfolded_by_a_press_or_by_their_address(board):
    table = board.locator("details.folded table").last
    assert table.is_hidden()
    board.locator("details.folded > summary").last.click()
    assert table.is_visible()
    board.get_by_role("link", name="Print the tables too").click()
    assert board.locator("details.folded:not([open])").count() == 0 and "tables=yes" in board.url


def test_the_map_of_the_desk_is_two_screens_high_and_leaves_out_people_without_ties(page):
    page.goto("/map")
    assert page.evaluate("document.documentElement.scrollHeight") < 2100
    tied = page.evaluate("""new Set([...document.querySelectorAll("[data-tie]")].flatMap((tie) => [tie.dataset.from, tie.dataset.to])).size""")
    assert page.locator("[data-person]").count() == tied > 30
    left_out = int(re.search(r"(\d+) without ties left out", page.locator("div.head").inner_text())[1])
    page.get_by_label("Without ties").select_option("shown")
    page.locator("form.narrowing").get_by_role("button", name="Show").click()
    assert page.locator("[data-person]").count() == tied + left_out


COVERED = """() => {
  const shown = (node) => getComputedStyle(node).display !== "none";
  const names = [...document.querySelectorAll("svg.map .label.name")].filter(shown);
  const bodies = [...document.querySelectorAll("svg.map .body")];
  return names.flatMap((name) => {
    const box = name.getBoundingClientRect();
    return bodies.filter((body) => {
      if (body.closest("a") === name.closest("a")) return false;
      const { left, right, top, bottom } = body.getBoundingClientRect();
      const [x, y, radius] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2];
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top + 3 - y, 0, y - box.bottom + 3)) < radius - 1;
    }).map((body) => `${name.textContent} covers ${body.closest("a").ariaLabel}`);
  });
}"""


@pytest.mark.parametrize("width", [420, 1360, 2560])
@pytest.mark.parametrize("address", ["/map", "/map?lone=shown", "/clients/2/map"])
def test_no_name_covers_another_person(page, width, address):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate(COVERED) == []


# The colour that a screen would show at a place, with the eyes of somebody who does not see all colours.
PIXEL = """async ([png, x, y]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const drawn = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  drawn.drawImage(picture, 0, 0);
  return [...drawn.getImageData(x, y, 1, 1).data].slice(0, 3);
}"""


def lab(colour):
    """A colour of the screen in CIE Lab, where a distance of 2 is just seen."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    rows = [(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)]
    x, y, z = (sum(a * b for a, b in zip(row, linear)) / white for row, white in zip(rows, (0.9505, 1, 1.089)))
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eyes", ["none", "deuteranopia", "protanopia"])
def test_for_and_against_differ_in_shape_and_to_all_eyes_in_colour(board, chromium, scheme, eyes):
    board.emulate_media(color_scheme=scheme)
    signs = {side: set(board.locator(f".body.{side} ~ .sign").all_text_contents()) for side in ("for", "neutral", "against", "unknown")}
    assert signs == {"for": {"▲"}, "neutral": {"■"}, "against": {"▼"}, "unknown": {"?"}}
    for side, sign in (("for", "▲"), ("against", "▼")):
        assert sign in board.evaluate(f"getComputedStyle(document.querySelector('.legend .{side}'), '::before').content")
    board.context.new_cdp_session(board).send("Emulation.setEmulatedVisionDeficiency", {"type": eyes})
    reader = chromium.new_context().new_page()

    def colour(side):
        body = board.locator(f".body.{side}").first
        body.scroll_into_view_if_needed()
        box = body.bounding_box()
        shot = base64.b64encode(board.screenshot()).decode()
        return lab(reader.evaluate(PIXEL, [shot, box["x"] + box["width"] * 0.16, box["y"] + box["height"] / 2]))

    assert math.dist(colour("for"), colour("against")) > 40
    reader.context.close()


def test_the_way_to_a_person_is_told_first_and_lit_without_scripts(chromium, desk):
    context = chromium.new_context(base_url=desk.url, viewport={"width": 1360, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto("/clients/2/map?tables=yes")
    page.locator("tr", has_text="Titov").get_by_role("link", name="Who introduces us?").first.click()
    answer = page.locator(".answer")
    assert answer.inner_text().startswith("Best way:") and "Titov" in answer.inner_text()
    assert answer.bounding_box()["y"] < page.locator("svg.map").bounding_box()["y"]
    named = answer.locator("a").count()
    assert page.locator("a.person.lit").count() == named and page.locator(".tie.lit").count() == named - 1
    assert page.locator("a.person.lit .name:visible").count() == named
    faint = page.evaluate("""[...document.querySelectorAll("a.person, .tie")].map((node) => [node.matches(".lit"), getComputedStyle(node).opacity === "1"])""")
    assert all(is_lit == is_clear for is_lit, is_clear in faint) and len(faint) > 20
    context.close()


def test_what_moved_is_listed_beside_the_picture_and_marked_on_it(page):
    page.goto("/clients/2/map?since=" + days(-180))
    moved = page.locator("#moved")
    picture = page.locator("section.map")
    assert moved.bounding_box()["x"] > picture.bounding_box()["x"] + picture.bounding_box()["width"]
    rows = moved.locator(".why")
    assert rows.count() > 3
    judged = rows.filter(has=page.locator(".stance")).first
    assert judged.locator(".stance").count() == 2 and judged.locator(".num").inner_text() and "by " in judged.locator("small").inner_text()
    assert set(page.locator("svg.map text.news").all_text_contents()) <= {"+", "Δ", "×"}
    assert page.locator("svg.map text.news").count() > 3 and page.locator(".legend.news").inner_text().split() == "What moved: + new Δ changed × gone, drawn in dots".split()
    assert page.locator(".answer").inner_text().count("→") >= 1


@pytest.fixture
def phone(chromium, desk):
    context = chromium.new_context(base_url=desk.url, viewport={"width": 420, "height": 900}, has_touch=True, is_mobile=True)
    page = context.new_page()
    yield page
    context.close()


def view(page):
    return [float(part) for part in page.locator("svg.map").get_attribute("viewBox").split()]


def touch(page, *paths):
    """Fingers go along their paths, all at the same time."""
    session = page.context.new_cdp_session(page)
    for place, points in enumerate(zip(*paths)):
        kind = "touchMove" if place else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y, "id": id} for id, (x, y) in enumerate(points)]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_on_a_phone_the_map_begins_at_its_most_important_third_and_fingers_move_it(phone):
    phone.goto("/map")
    whole = phone.evaluate("document.querySelector('svg.map').getAttribute('width')")
    left, top, width, height = view(phone)
    assert width < float(whole) / 2.5
    names = [name for name in phone.evaluate(NAMES) if name["isName"] and 0 < name["left"] and name["right"] < 420]
    assert len(names) >= 5 and all(name["pixels"] > 13 for name in names)
    phone.locator("svg.map").scroll_into_view_if_needed()
    box = phone.locator("svg.map").bounding_box()
    x, y = box["x"] + 200, box["y"] + 200
    scrolled = phone.evaluate("scrollY")
    touch(phone, [(x, y), (x - 30, y - 20), (x - 60, y - 40), (x - 90, y - 60)])
    moved = view(phone)
    assert moved[0] - left == pytest.approx(90 * width / box["width"], rel=0.15) and moved[1] > top
    assert moved[2] == pytest.approx(width) and phone.evaluate("scrollY") == scrolled
    touch(phone, [(x - 20, y), (x - 50, y), (x - 80, y)], [(x + 20, y), (x + 50, y), (x + 80, y)])
    assert view(phone)[2] < width / 2
    phone.get_by_role("button", name="Fit to screen", exact=True).tap()
    assert view(phone)[2] >= float(whole)


def test_a_press_with_a_finger_tells_who_it_is_and_leads_to_their_page(phone):
    phone.goto("/map")
    phone.get_by_role("button", name="Fit to screen", exact=True).tap()
    person = phone.locator("[data-person]").last
    pressed = person.get_attribute("data-person")
    person.locator(".body").tap()
    told = phone.locator("[data-pressed]")
    assert person.get_attribute("aria-label").startswith(told.locator("b").inner_text())
    assert phone.locator("svg.map.tracing").count() == 1 and "/map" in phone.url
    told.get_by_role("link", name="Page").tap()
    phone.wait_for_url("**/people/*")
    assert phone.url.endswith("/" + pressed)


def test_on_a_phone_without_scripts_the_map_is_as_large_as_can_be_read_and_scrolls(chromium, desk):
    context = chromium.new_context(base_url=desk.url, viewport={"width": 420, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto("/map")
    frame = page.locator(".map .frame")
    assert frame.evaluate("(node) => node.scrollWidth > 2 * node.clientWidth && getComputedStyle(node).overflowX === 'auto'")
    names = [name for name in page.evaluate(NAMES) if name["isName"]]
    assert len(names) >= 30 and all(name["pixels"] > 12 for name in names) and overlapping(names) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    context.close()


def paper(page, path, **options):
    """The sizes of the sheets that a page prints on, in points."""
    page.pdf(path=path, prefer_css_page_size=True, **options)
    said = subprocess.run(["pdfinfo", "-l", "99", path], capture_output=True, text=True, check=True).stdout
    return [(float(size[1]), float(size[2])) for size in re.finditer(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", said)]


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize("address", ["/map?", "/clients/2/map?", "/clients/2/map?since=2020-01-01&", "/people/3/map?", "/map?lone=shown&to=5&"])
def test_a_map_prints_on_one_sheet_in_landscape_and_its_tables_only_if_chosen(page, tmp_path, tongue, address):
    speak(page, tongue)
    page.goto(address)
    sheets = paper(page, tmp_path / "map.pdf")
    assert len(sheets) == 1 and sheets[0][0] > sheets[0][1]
    page.goto(address + "tables=yes")
    sheets = paper(page, tmp_path / "tables.pdf")
    assert len(sheets) > 1 and sheets[0][0] > sheets[0][1] and all(wide < high for wide, high in sheets[1:])
    speak(page, "en")
