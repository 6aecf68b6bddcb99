import { typed } from "./typed.js";

/** Shows search results under the field while the user types, below the matching commands of this page. On the search page itself they
 * replace its results. */
export function searchAsYouType(form) {
  const input = form.querySelector("input[name=q]");
  const inPlace = document.getElementById("results");
  const panel = inPlace ?? Object.assign(document.createElement("div"), { className: "found", hidden: true, ariaLive: "polite" });
  if (!inPlace) form.append(panel);

  // The text whose results are shown, and whether Enter waits for the results of another.
  let shownFor, opens = false;

  const show = async (text, signal) => {
    if (!inPlace && text === "") return hide();
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) url.searchParams.set(name, value);
    url.searchParams.set("q", text);
    const answer = await fetch(url, { signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const isHere = form.contains(document.activeElement);
    const chosen = panel.contains(document.activeElement) ? document.activeElement.href : undefined;
    panel.replaceChildren(...page.getElementById("results").childNodes);
    const here = inPlace ? [] : commandsHere(text.toLowerCase(), input.dataset.here);
    if (here.length > 0 && !panel.querySelector("a")) panel.replaceChildren();
    const known = new Set([...panel.querySelectorAll("a")].map((link) => link.href));
    panel.prepend(...here.filter((sheet) => [...sheet.querySelectorAll("a")].some((link) => !known.has(link.href))));
    if (!inPlace) panel.hidden = !isHere;
    if (chosen) ([...panel.querySelectorAll("a")].find((link) => link.href === chosen) ?? input).focus();
    if (inPlace) {
      history.replaceState(null, "", url);
      document.title = page.title;
      document.querySelector("h1").textContent = page.querySelector("h1").textContent;
    }
    shownFor = text;
    if (opens) open();
  };
  const again = typed(input, show);
  const hide = () => { panel.hidden = true; };
  const open = () => {
    opens = false;
    const first = panel.querySelector("a");
    if (first) location.assign(first.href);
    else form.submit();
  };

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input && !event.ctrlKey && !event.metaKey && input.value.trim() !== "") {
      event.preventDefault();
      opens = true;
      if (shownFor === input.value.trim()) open();
      else again();
      return;
    }
    const links = [...panel.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && !inPlace) { hide(); input.focus(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || panel.hidden || links.length === 0) return;
    event.preventDefault();
    (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
  });
  form.addEventListener("focusout", (event) => {
    if (!inPlace && !form.contains(event.relatedTarget)) hide();
  });
}

/** The page's own buttons whose names contain, for every typed word, a word that starts with it; as a panel of links. */
function commandsHere(text, title) {
  const found = [...document.querySelectorAll("main .head .actions a.button, main .tabs a, main a.danger")]
    .filter((link) => {
      const words = link.textContent.trim().toLowerCase().split(/\s+/);
      return text.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
    });
  if (found.length === 0) return [];
  const sheet = Object.assign(document.createElement("section"), { className: "sheet" });
  const head = sheet.appendChild(document.createElement("header"));
  head.appendChild(document.createElement("h2")).textContent = title;
  for (const link of found) {
    const row = sheet.appendChild(Object.assign(document.createElement("p"), { className: "body" }));
    row.append(Object.assign(document.createElement("a"), { href: link.href, textContent: link.textContent.trim() }));
  }
  return [sheet];
}
