"""The map in a real browser: drawing ties, dragging people who then stay, and moving by keyboard."""
import re

import pytest

from daemon import Daemon
from looks import EVERY, faults


@pytest.fixture(scope="module")
def untouched(new_world):
    """A daemon on its own demo desk, with the people at their first places on the map."""
    daemon = Daemon(new_world())
    yield daemon
    assert daemon.stop() == 0


@pytest.fixture
def board(page):
    """The map of the demo's oncology centre, drawn and stored."""
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
    board.get_by_role("button", name="Nearer").click()
    assert board.locator("svg.map").get_attribute("viewBox") != whole
    board.get_by_role("button", name="Whole", exact=True).click()
    same = [float(part) for part in board.locator("svg.map").get_attribute("viewBox").split()]
    assert same == pytest.approx([float(part) for part in whole.split()], abs=0.1)


def test_the_map_is_complete_without_scripts(chromium, desk):
    context = chromium.new_context(base_url=desk.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/map")
    people = page.locator("[data-person]").count()
    assert people > 60 and page.locator("[data-tie]").count() > 60
    assert page.locator("tbody tr td a[href^='/people/']").count() >= people
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
            page.get_by_role("button", name="Nearer").click()
        nearer = page.evaluate(NAMES)
        assert len(nearer) > len(names) and overlapping(nearer) == []
    context.close()


def test_ties_are_unfolded_by_a_press_and_on_paper(board):
    ties = board.locator("details.folded table")
    assert ties.is_hidden()
    board.emulate_media(media="print")
    assert ties.is_visible()
    board.emulate_media(media="screen")
    board.locator("details.folded summary").click()
    assert ties.is_visible()


def test_the_filter_form_offers_known_values_and_keeps_the_person_asked_about(page):
    page.goto("/map")
    assert page.locator("#territory-list option").count() > 0
    page.get_by_label("Client", exact=True).select_option(index=1)
    chosen = page.get_by_label("Client", exact=True).input_value()
    page.get_by_role("link", name="Who introduces us?").first.click()
    asked = re.search(r"to=(\d+)", page.url)[1]
    page.get_by_label("To a tender's decider: without family and friends").check()
    page.locator("form:has(#tender) button").click()
    assert f"to={asked}" in page.url and "tender=yes" in page.url
    page.get_by_label("Client", exact=True).select_option(chosen)
    page.locator("form.filters").first.get_by_role("button", name="Show").click()
    assert f"at={chosen}" in page.url and f"to={asked}" in page.url and "tender=yes" in page.url


def test_nothing_is_wrong_with_the_map_however_it_is_looked_at(board):
    assert faults(board, EVERY) == []


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_the_map_prints_whole_on_its_first_page(board, shape):
    board.emulate_media(media="print")
    board.set_viewport_size({"width": 1040, "height": 700} if shape == "landscape" else {"width": 700, "height": 1040})
    box = board.locator("svg.map").bounding_box()
    assert box["y"] + box["height"] <= (700 if shape == "landscape" else 1040)
    assert board.locator("[data-zoom]").is_hidden()
