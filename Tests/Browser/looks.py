"""What is checked on a page. All rules of axe run once, on the light screen; the contrast rule checks one text of each kind. Every other
look checks only what it can change."""
import importlib.resources
from typing import NamedTuple

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def without(*rules):
    return {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in rules}}


# Report violations only: on a page of a thousand nodes, reporting what passes costs more.
RUN = """(options) => axe.run(document, { ...options, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))]))"""

# Is the text readable on its background? One text is checked for each combination of colour, size and background.
CONTRAST = """() => {
  const known = new Map(), ways = new Map();
  const ground = (node) => {
    if (!node) return "";
    if (!known.has(node)) {
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(node);
      const own = [backgroundColor, backgroundImage, opacity, position].join();
      known.set(node, ground(node.parentElement) + (own === "rgba(0, 0, 0, 0),none,1,static" ? "" : "/" + own));
    }
    return known.get(node);
  };
  const hasText = (node) => node.matches("input, select, textarea") || [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  for (const node of document.body.querySelectorAll("*")) {
    if (!node.checkVisibility() || !hasText(node)) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(node);
    const way = [node.tagName, color, fontSize, fontWeight, textShadow, ground(node)].join();
    if (!ways.has(way)) ways.set(way, node);
  }
  return axe.run({ include: [...ways.values()] }, { runOnly: ["color-contrast"], resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))]));
}"""

# Two rules of axe, stricter than axe can be: it accepts a link that is longer than the text around it, and small links in a text.
LINKS = r"""() => {
  const faults = new Set();
  const said = (node) => `${node.tagName} ${(node.getAttribute("aria-label") || node.textContent).trim().slice(0, 40)}`;
  const style = (node) => getComputedStyle(node);
  const isInline = (node) => style(node).display.startsWith("inline");
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("svg, .unseen") && node.getBoundingClientRect().width > 1;
  const block = (node) => { do node = node.parentElement; while (isInline(node)); return node; };
  const words = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeType !== Node.ELEMENT_NODE || node.matches("a, button, .unseen") || !isInline(node) ? "" : [...node.childNodes].map(words).join("");
  for (const link of document.querySelectorAll("main a[href]:not(.button)")) {
    const isInText = isSeen(link) && isInline(link) && /[\p{L}\p{N}]/u.test([...block(link).childNodes].map(words).join(""));
    if (isInText && !style(link).textDecorationLine.includes("underline")) faults.add(`only its colour tells ${said(link)} from the text beside it`);
  }
  // Parts of a link that is broken into lines are targets of their own.
  const targets = [...document.querySelectorAll("main :is(a[href], button, summary, select, input:not([type=hidden]), textarea)")].filter(isSeen)
    .flatMap((node) => [...node.getClientRects()].map((box) => ({ node, box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 })))
    .map((target) => ({ ...target, isSmall: target.box.width < 23.9 || target.box.height < 23.9 }));
  const toBox = (a, { left, right, top, bottom }) => Math.hypot(Math.max(left - a.x, 0, a.x - right), Math.max(top - a.y, 0, a.y - bottom));
  for (const a of targets.filter((target) => target.isSmall)) for (const b of targets) {
    if (a.node === b.node) continue;
    const room = Math.min(toBox(a, b.box), b.isSmall ? Math.hypot(a.x - b.x, a.y - b.y) - 12 : Infinity);
    if (room < 11.9) faults.add(`${said(a.node)} is small and too near to ${said(b.node)}`);
  }
  return [...faults];
}"""

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : []"


# Words break only between words. A word broken inside, a text of a cell with under six characters a line, and a table that is wider than its
# frame are faults.
WORDS = r"""() => {
  const faults = new Set();
  const said = (node) => `${node.tagName} "${node.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  // Boxes that overlap by more than a third of their height stand in one line.
  const lines = (range) => {
    let [count, bottom] = [0, -Infinity];
    for (const box of [...range.getClientRects()].filter(({ width }) => width > 1).sort((a, b) => a.top - b.top)) {
      if (bottom - box.top < box.height / 3) [count, bottom] = [count + 1, box.bottom];
    }
    return count;
  };
  const range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("svg, .unseen, textarea, code, select") || !parent.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(text);
    if (range.getClientRects().length < 2) continue;
    const count = lines(range);
    if (count > 1 && parent.closest("td, th") && text.data.trim().length / count < 6) faults.add(`${said(parent)} shows under 6 characters a line`);
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (word.length > 30) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (lines(range) > 1) faults.add(`${word} is broken inside, in ${said(parent)}`);
    }
  }
  for (const frame of document.querySelectorAll("main .wide")) {
    if (frame.checkVisibility() && frame.scrollWidth > frame.clientWidth + 1) faults.add(`the table "${frame.ariaLabel}" is ${frame.scrollWidth - frame.clientWidth} wider than its frame`);
  }
  return [...faults];
}"""

# A date of a Russian text ends in a full stop of its own.
STOPS = r"""() => [...document.querySelector("main").innerText.matchAll(/[^.\n]{0,30}[^.]\.\.(?!\.)/g)].map(([text]) => `two full stops: ${text}`)"""


class Look(NamedTuple):
    """A page in a window of this width, on the screen or on paper, and the scripts to run on it with their arguments."""
    name: str
    asks: list
    width: int = 1360
    media: str = "screen"
    scheme: str = "light"

    def open(self, page):
        page.emulate_media(media=self.media, color_scheme=self.scheme)
        page.set_viewport_size({"width": self.width, "height": 900})


EVERY = [
    Look("light", [(RUN, without("color-contrast")), (CONTRAST, None), (LINKS, None)]),
    Look("dark", [(CONTRAST, None), (LINKS, None)], scheme="dark"),
    # Nothing on paper can be pressed.
    Look("paper", [(CONTRAST, None), (RUN, without("color-contrast", "target-size"))], media="print"),
    Look("wide", [(SIDEWAYS, None)], width=2560),
    Look("narrow", [(SIDEWAYS, None), (LINKS, None), (RUN, {"runOnly": ["target-size", "scrollable-region-focusable"]})], width=360),
]
# The language does not change the colours.
IN_OTHER_WORDS = [
    Look("light", [(RUN, without("color-contrast")), (LINKS, None), (STOPS, None)]),
    Look("narrow", [(SIDEWAYS, None), (LINKS, None)], width=360),
]
WIDTHS = (360, 420, 768, 1280, 1360, 1536, 1920, 2560)
IN_WORDS = [Look(f"words at {width}", [(WORDS, None), (SIDEWAYS, None)], width=width) for width in WIDTHS]
BY_TONGUE = {"en": EVERY, "ru": IN_OTHER_WORDS}
ON_ANOTHER_DAY = [
    Look("light", [(RUN, without("color-contrast")), (CONTRAST, None), (LINKS, None)]),
    Look("narrow", [(SIDEWAYS, None)], width=360),
]


def faults(page, looks):
    """All faults of a page: for each fault the look and the text. The page is left as the first look has it."""
    page.evaluate(AXE)
    found = []
    for look in looks:
        look.open(page)
        found += [(look.name, fault) for script, given in look.asks for fault in page.evaluate(script, given)]
    looks[0].open(page)
    return found
