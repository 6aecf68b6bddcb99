"""What a user does with a keyboard and no mouse."""

FOCUSED = """() => {
  const e = document.activeElement, s = getComputedStyle(e);
  return {id: e.id, name: e.getAttribute('name'), href: e.getAttribute('href'), tag: e.tagName, value: e.getAttribute('value'),
          action: e.form ? e.form.getAttribute('action') : null, text: e.textContent.trim().slice(0, 80),
          visible: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0};
}"""


def tab_to(page, limit=120, **wanted):
    """Presses Tab until the focused element has all that is wanted. The focus must be visible at each step and must never be trapped."""
    seen = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "BODY":
            continue
        assert focused["visible"], f"focus is not seen on {focused}"
        if all(value == focused[key] if not callable(value) else value(focused[key]) for key, value in wanted.items()):
            return focused
        seen.append(focused)
    raise AssertionError(f"{wanted} is not reached; the last were {seen[-5:]}")


def fill(page, field, text):
    """Moves to a field and types."""
    tab_to(page, id=field)
    page.keyboard.type(text)


def press(page, **wanted):
    """Moves to a button or link, presses Enter, and waits for the next page."""
    tab_to(page, **wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def save(page, action=lambda action: True):
    press(page, tag="BUTTON", action=lambda a: a not in (None, "/language", "/search") and action(a))
