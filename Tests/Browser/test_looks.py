"""Each look finds faults that only it can find. Each fault is planted on its own page."""
import pytest

from looks import EVERY, IN_OTHER_WORDS, ON_ANOTHER_DAY, faults

DARK, PAPER = "@media (prefers-color-scheme: dark) { body { background: #222; color: #eee }", "@media print {"
NARROW, WIDE = "@media (max-width: 600px) {", "@media (min-width: 2000px) {"
# For each fault: the looks that see it, the style, the markup.
PLANTED = {
    "pale text": ({"light", "paper"}, "p { color: #bbb } @media (prefers-color-scheme: dark) { p { color: #000 } }", "<p>Pale</p>"),
    "text that is pale in the dark, the second of its kind": ({"dark"}, DARK + "p.pale { color: #444 } }", "<p>Clear</p><p class=pale>Pale</p>"),
    "a pale ground in the dark": ({"dark"}, DARK + "section { background: #ccc } }", "<p>Clear</p><section><p>Pale</p></section>"),
    "a pale field in the dark": ({"dark"}, DARK + "input { background: #222; color: #444 } }", "<label>A <input value=pale></label>"),
    "text that is pale on paper": ({"paper"}, PAPER + "p { color: #ccc } }", "<p>Pale</p>"),
    "a button without a name, on paper": ({"paper"}, "button { display: none }" + PAPER + "button { display: inline } }", "<button></button>"),
    "a field without a name": ({"light", "paper"}, "", "<input>"),
    "a link in a text, told by its colour": (
        {"light", "dark", "paper", "narrow"}, "a { text-decoration: none; color: #00e }", "<p>A long text, and <a href=#x>a link</a></p>"),
    "a link in a text that is shorter than the link": (
        {"light", "dark", "narrow"}, "a { text-decoration: none }", "<p>Of <a href=#x>a link that is longer than the text</a></p>"),
    "a link in a text, told by its colour in the dark": (
        {"dark"}, DARK + "a { text-decoration: none; color: #8cf } }", "<p>Of <a href=#x>a link that is longer than the text</a></p>"),
    "small links one below the other": (
        {"light", "dark", "narrow"}, "", "<ul style='font: 14px/1.3 sans-serif'><li><a href=#x>One</a><li><a href=#y>Other</a></ul>"),
    "small buttons beside each other in a narrow window": (
        {"narrow"}, "button { padding: 9px } " + NARROW + "button { padding: 0; margin: 0; border: 0; width: 14px; height: 14px } }",
        "<button>a</button><button>b</button>"),
    "a part that scrolls in a narrow window, and not by keys": (
        {"narrow"}, NARROW + "section { overflow: auto } div { width: 500px; height: 9px } }", "<section><div>a</div></section>"),
    "a page that is too wide for a narrow window": ({"narrow"}, NARROW + "p { width: 700px } }", "<p>Wide</p>"),
    "a page that is too wide for a wide window": ({"wide"}, WIDE + "p { width: 3000px } }", "<p>Wide</p>"),
}
PAGE = "<!doctype html><html lang=en><title>Planted</title><meta name=color-scheme content='light dark'><style>a {{ color: inherit }} {}</style><main><h1>Planted</h1>{}</main>"


@pytest.fixture(scope="module")
def bare(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("planted", PLANTED)
def test_a_fault_is_found_in_the_looks_that_show_it(bare, planted):
    where, style, body = PLANTED[planted]
    bare.set_content(PAGE.format(style, body))
    assert {look for look, _ in faults(bare, EVERY)} == where


@pytest.mark.parametrize("looks", [EVERY, IN_OTHER_WORDS, ON_ANOTHER_DAY], ids=["every", "other words", "another day"])
def test_a_sound_page_passes(bare, looks):
    bare.set_content(PAGE.format("", "<p>Of <a href=#x>a link</a></p>"))
    assert faults(bare, looks) == []


@pytest.mark.parametrize("looks", [IN_OTHER_WORDS, ON_ANOTHER_DAY], ids=["other words", "another day"])
@pytest.mark.parametrize("body", ["<input>", "<p lang=none>Of <a href=#x style='text-decoration: none'>a link</a></p>", "<p style='width: 700px'>Wide</p>"])
def test_fewer_looks_find_a_name_that_is_missing_a_link_and_a_page_that_is_too_wide(bare, looks, body):
    bare.set_content(PAGE.format("", body))
    assert faults(bare, looks) != []


def test_colours_are_checked_on_another_day_too(bare):
    bare.set_content(PAGE.format("p { color: #bbb }", "<p>Pale</p>"))
    assert {fault[0] for _, fault in faults(bare, ON_ANOTHER_DAY)} == {"color-contrast"}
