// Everything works without this file. It adds search results while you type, and suggested names.
import "./board.js";
import "./grid.js";
import { copyOnPress } from "./copy.js";
import { keepDrafts } from "./drafts.js";
import { listenForKeys } from "./keys.js";
import "./map.js";
import { keepPlace } from "./place.js";
import "./presence.js";
import { searchAsYouType } from "./search.js";
import { suggestNames } from "./suggest.js";
import { showUpload } from "./upload.js";

const find = document.querySelector("form[data-search]");
if (find) {
  searchAsYouType(find);
  for (const field of document.querySelectorAll("input[data-suggest]")) suggestNames(field, find.action);
}

listenForKeys();

// On a page of a form, focus the first field: the first wrong one, or the line that fills in the others.
const field = ":is(input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), select, textarea):not(:disabled)";
const ready = [
  "main [aria-invalid]", "main .who input[type=radio]", `main:has(> form.form) input[name=line][value=""]`, `main > form.form ${field}`, `main:not(:has(table)) form.form ${field}`,
];
ready.map((choice) => document.querySelector(choice)).find(Boolean)?.focus();

keepPlace();

keepDrafts([...document.querySelectorAll("form[data-draft]")]);

for (const form of document.querySelectorAll("form[data-upload]")) showUpload(form);
for (const button of document.querySelectorAll("button[data-copy]")) copyOnPress(button);

// A menu closes when the keyboard or the pointer leaves it.
for (const menu of document.querySelectorAll("details.menu")) {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
