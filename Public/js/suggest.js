import { typed } from "./typed.js";

/** Fills the suggestions of a field with matching names of clients or people. */
export function suggestNames(field, anyPage) {
  const list = document.getElementById(field.getAttribute("list"));
  typed(field, async (text, signal) => {
    if (text.length < 2) return;
    const url = new URL(`${field.dataset.suggest}.json`, anyPage);
    url.searchParams.set("q", text);
    const answer = await fetch(url, { signal });
    if (!answer.ok) return;
    const names = new Set((await answer.json()).rows.slice(0, 12).map((row) => row.name));
    list.replaceChildren(...[...names].map((name) => Object.assign(document.createElement("option"), { value: name })));
  });
}
