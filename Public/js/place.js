const PLACE = "kamdesk place";

/** A page that comes back after an act of one of its rows stays where it was, and the next row has the focus. Without this the address leads
 * to about the same place. */
export function keepPlace() {
  const [path, top] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  addEventListener("submit", ({ target }) => {
    if (target.elements.at) sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollY - noteHeight()]));
  });
  if (path !== location.pathname || !location.hash) return;
  // The browser itself goes to the row that the address names, and drops the focus, when the page has loaded.
  addEventListener("load", () => requestAnimationFrame(() => {
    document.getElementById(location.hash.slice(1))?.querySelector("button")?.focus({ preventScroll: true });
    scrollTo({ top: top + noteHeight(), behavior: "instant" });
  }));
}

/** The height of the note about the last act, which pushes the page down. */
function noteHeight() {
  const note = document.querySelector(".saved");
  return note ? note.offsetHeight + parseFloat(getComputedStyle(note).marginBottom) : 0;
}
