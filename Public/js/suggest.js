import { typed } from "./typed.js";

/** Fills the suggestions of a field with matching names of clients or people. Beside a person's name stands the post, so that namesakes can be
 * told apart. */
export function suggestNames(field, anyPage) {
  const list = document.getElementById(field.getAttribute("list"));
  typed(field, async (text, signal) => {
    if (text.length < 2) return;
    const url = new URL(`${field.dataset.suggest}.json`, anyPage);
    url.searchParams.set("q", text);
    const answer = await fetch(url, { signal });
    if (!answer.ok) return;
    list.replaceChildren(...(await answer.json()).rows.slice(0, 12).map(option));
  });
}

function option({ name, title, client, city }) {
  const label = [title, client?.name, city].filter(Boolean).join(", ");
  return Object.assign(document.createElement("option"), { value: name, label });
}
