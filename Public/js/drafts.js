const PREFIX = "kamdesk draft ";
const KEPT_DAYS = 14;
// What belongs to the page and not to what is typed.
const OF_THE_PAGE = new Set(["token", "once", "version", "base"]);

/** Keeps what is typed into the forms of a page until it is saved: over a reload, a closed tab, a daemon that was away. */
export function keepDrafts(forms) {
  forgetOld();
  const sent = sessionStorage.getItem(PREFIX);
  sessionStorage.removeItem(PREFIX);
  const refused = document.querySelector("main .notice[role=alert]") !== null;
  // Only an answer that is no trouble and not the form again tells that a form was taken: the daemon may have been away.
  const isTaken = document.querySelector(".saved") || !(document.querySelector(".trouble") || forms.some((form) => key(form) === sent));
  if (sent && isTaken) localStorage.removeItem(sent);
  for (const form of forms) {
    if (fields(form).length === 0) continue;
    if (!refused) restore(form);
    let timer;
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => keep(form), 200); });
    addEventListener("pagehide", () => { if (form.dataset.typed) keep(form); });
    form.addEventListener("input", () => { form.dataset.typed = "yes"; });
    form.addEventListener("submit", () => { keep(form); delete form.dataset.typed; sessionStorage.setItem(PREFIX, key(form)); });
    form.querySelector(".buttons a.button")?.addEventListener("click", () => {
      delete form.dataset.typed;
      clearTimeout(timer);
      localStorage.removeItem(key(form));
    });
  }
}

/** The fields that somebody fills in. */
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "file"].includes(field.type));

/** A form is known by where it is sent and what it is about. */
function key(form) {
  const about = [...form.querySelectorAll("input[type=hidden]")].filter((field) => !OF_THE_PAGE.has(field.name));
  return PREFIX + [new URL(form.action).pathname, ...about.map((field) => `${field.name}=${field.value}`)].join(" ");
}

const value = (field) => (field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value);
const name = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

function keep(form) {
  const values = Object.fromEntries(fields(form).map((field) => [name(field), value(field)]));
  const page = Object.fromEntries(["version", "base"].map((field) => [field, form.elements[field]?.value]));
  localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), values, page }));
}

/** Fills in what was typed before, with the version it started from, so that what others saved meanwhile is merged. */
function restore(form) {
  const draft = JSON.parse(localStorage.getItem(key(form)) ?? "null");
  if (!draft) return;
  const changed = fields(form).filter((field) => draft.values[name(field)] !== undefined && draft.values[name(field)] !== value(field));
  if (changed.length === 0) return;
  for (const field of changed) {
    const typed = draft.values[name(field)];
    if (field.type === "checkbox" || field.type === "radio") field.checked = typed === "true";
    else field.value = typed;
  }
  for (const [field, then] of Object.entries(draft.page)) if (then !== undefined && form.elements[field]) form.elements[field].value = then;
  const discard = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: form.dataset.discard });
  discard.addEventListener("click", () => {
    delete form.dataset.typed;
    localStorage.removeItem(key(form));
    location.reload();
  });
  const note = Object.assign(document.createElement("p"), { className: "saved" });
  note.setAttribute("role", "status");
  note.append(form.dataset.draft, discard);
  form.before(note);
}

function forgetOld() {
  for (const kept of Object.keys(localStorage).filter((kept) => kept.startsWith(PREFIX))) {
    if (Date.now() - JSON.parse(localStorage.getItem(kept)).at > KEPT_DAYS * 86_400_000) localStorage.removeItem(kept);
  }
}
