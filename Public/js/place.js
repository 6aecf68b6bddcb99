const PLACE = "kamdesk place";

/** A page that comes back after an act of one of its rows stays where it was, and the next row has the focus. Without this the address leads
 * to about the same place. */
export function keepPlace() {
  const [path, top] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  addEventListener("submit", ({ target }) => {
    if (target.elements.at) sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollY]));
  });
  if (path !== location.pathname || !location.hash) return;
  const row = document.getElementById(location.hash.slice(1));
  row?.querySelector("button")?.focus({ preventScroll: true });
  requestAnimationFrame(() => scrollTo(0, top));
}
