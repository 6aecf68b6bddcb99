// The setting is a cookie, because everything else that the browser keeps of the desk is cleared at sign-out.
const OFF = "kamdesk_keys=off";
const DAYS = 365;

/** Single keys press the elements that name them in aria-keyshortcuts, "?" shows all keys, and arrow keys move over rows. They can be
 * switched off. Ctrl K searches and Ctrl Enter saves, even while typing. */
export function listenForKeys() {
  mark();
  document.querySelectorAll(".keys-switch").forEach(offerSwitch);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");
    const key = latin(event);
    if (key === "K" && (event.ctrlKey || event.metaKey) && !event.altKey) return act(event, find);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      return act(event, () => event.target.form.requestSubmit(event.target.type === "submit" ? event.target : undefined));
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping || document.querySelector("dialog[open]")) return;
    if (walkRows(event)) return;
    if (areOff()) return;
    const does = { "/": find, "?": showKeys, P: () => print(), F: filter, T: toRows }[key];
    const named = document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    if (!named && does) act(event, does);
    else if (named) act(event, () => { named.focus(); named.click(); named.parentElement.querySelector("li a")?.focus(); });
  });
}

/** The key by its Latin letter in any layout: in the Russian layout the key "k" gives "л". */
const latin = (event) => /^[а-яё]$/i.test(event.key) && event.code.startsWith("Key") ? event.code.slice(3) : event.key.toUpperCase();

function act(event, does) {
  event.preventDefault();
  does();
}

function find() {
  const field = document.querySelector("form[data-search] input[name=q]");
  field?.focus();
  field?.select();
}

const filter = () => document.querySelector("main .filters :is(input, select):not([type=hidden])")?.focus();

/** The first link of each row of the page. */
const rows = () => [...document.querySelectorAll("main :is(tbody tr, .why)")].map((row) => row.querySelector("a")).filter(Boolean);

// A page may say where its rows to work on begin.
const toRows = () => (document.querySelector("[data-rows] .why a") ?? rows()[0])?.focus();

function walkRows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = document.activeElement?.closest("main :is(tbody tr, .why)");
  if (!step || !row) return false;
  const links = rows();
  const next = links[links.indexOf(row.querySelector("a")) + step];
  if (next) act(event, () => next.focus());
  return true;
}

/** Shows the table of keys from the help page, in the language of that page. */
async function showKeys() {
  const answer = await fetch(document.body.dataset.help);
  if (!answer.ok) return;
  const keys = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("keys");
  const sheet = document.createElement("dialog");
  sheet.className = "keys";
  sheet.setAttribute("aria-label", keys.querySelector("h2").textContent);
  sheet.append(...keys.children);
  sheet.querySelectorAll(".keys-switch").forEach(offerSwitch);
  sheet.addEventListener("close", () => sheet.remove());
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
  document.body.append(sheet);
  sheet.showModal();
}

function offerSwitch(place) {
  const box = place.querySelector("input");
  box.checked = !areOff();
  box.addEventListener("change", () => {
    document.cookie = `${OFF}; path=/; samesite=strict; max-age=${box.checked ? 0 : DAYS * 86_400}`;
    mark();
  });
  place.hidden = false;
}

const areOff = () => document.cookie.split("; ").includes(OFF);

/** Buttons show their keys while single keys are on. */
const mark = () => document.body.classList.toggle("keys-on", !areOff());
