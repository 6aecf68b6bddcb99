// A draft belongs to the user who typed it and to the browser tab. It holds only the changed fields. The draft of a form with a trade
// secret is deleted when its tab is closed.
const PREFIX = "kamdesk draft ";
const SENT = "kamdesk sent";
const TAB = "kamdesk tab";
const KEPT_DAYS = 14;
// How long, in milliseconds, to wait for another tab to say that it is open.
const TIME_TO_ANSWER = 200;
// Fields that belong to the page and are not typed.
const OF_THE_PAGE = new Set(["token", "viewer", "once", "version", "base"]);

const me = crypto.getRandomValues(new Uint32Array(2)).join("-");
const tabs = new BroadcastChannel("kamdesk tabs");
let tab = sessionStorage.getItem(TAB) ?? rename();
let isSignedOut = false;
tabs.addEventListener("message", ({ data }) => {
  if (data.asked?.includes(tab) && data.by !== me) tabs.postMessage({ open: tab, to: data.by });
  if (data.signedOut && data.signedOut === document.body.dataset.viewer) forgetMine();
});
const shelf = document.querySelector(".notice.secret") ? sessionStorage : localStorage;

/** Keeps what is typed into the forms of a page until it is saved: over a reload, a closed tab, a daemon that was away. */
export function keepDrafts(forms) {
  forgetOld();
  if (document.body.dataset.viewer) forget((name) => !name.startsWith(mine()));
  document.querySelector("form[data-sign-out]")?.addEventListener("submit", signOut);
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector("main .notice[role=alert]") !== null;
  // The form was accepted only if the answer is neither an error nor the same form again: the daemon may have been away.
  const isTaken = document.querySelector(".saved") || !(document.querySelector(".trouble") || forms.some((form) => key(form) === sent));
  if (sent && isTaken) drop(sent);
  for (const form of forms) {
    if (fields(form).length === 0) continue;
    let timer;
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => keep(form), 200); });
    addEventListener("pagehide", () => { if (form.dataset.typed) keep(form); });
    form.addEventListener("input", () => { form.dataset.typed = "yes"; });
    form.addEventListener("submit", () => { keep(form); delete form.dataset.typed; sessionStorage.setItem(SENT, key(form)); });
    form.querySelector(".buttons a.button")?.addEventListener("click", () => {
      delete form.dataset.typed;
      clearTimeout(timer);
      drop(key(form));
    });
    // Store the draft again: the record may have become a secret after it was typed.
    const draft = draftOf(key(form));
    if (draft) put(key(form), draft);
    if (refused) continue;
    if (draft) restore(form);
    else adopt(form);
  }
  // A copied tab has the other tab's name. It takes a new name when it hears that the other is open.
  ask([tab], (isOpen) => { if (isOpen) tab = rename(); });
}

/** The fields that the user fills in. */
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "file"].includes(field.type));

/** The prefix of the viewer's drafts. */
const mine = () => `${PREFIX}${document.body.dataset.viewer} `;

/** Identifies a form by its address and its hidden fields. */
function about(form) {
  const words = [...form.querySelectorAll("input[type=hidden]")].filter((field) => !OF_THE_PAGE.has(field.name));
  return [new URL(form.action).pathname, ...words.map((field) => `${field.name}=${field.value}`)].join(" ");
}

const key = (form) => `${mine()}${tab} ${about(form)}`;

function rename() {
  const name = crypto.getRandomValues(new Uint32Array(2)).join("-");
  sessionStorage.setItem(TAB, name);
  return name;
}

/** Asks whether one of the named tabs is open. Calls `tell` with the first that answers, or with null after a moment. */
function ask(names, tell) {
  let timer;
  const listen = ({ data }) => { if (data.to === me && names.includes(data.open)) end(data.open); };
  const end = (open) => {
    clearTimeout(timer);
    tabs.removeEventListener("message", listen);
    tell(open);
  };
  timer = setTimeout(() => end(null), TIME_TO_ANSWER);
  tabs.addEventListener("message", listen);
  tabs.postMessage({ asked: names, by: me });
}

const kept = (shelf) => Object.keys(shelf).filter((name) => name.startsWith(PREFIX));

const draftOf = (name) => sessionStorage.getItem(name) ?? localStorage.getItem(name);

function put(name, draft) {
  drop(name);
  shelf.setItem(name, draft);
}

const drop = (name) => [localStorage, sessionStorage].forEach((shelf) => shelf.removeItem(name));

/** Drops all drafts whose names pass the test, from both storages. */
const forget = (isToGo) => [localStorage, sessionStorage].flatMap(kept).filter(isToGo).forEach(drop);

/** Takes over what was typed into the same form in a tab that has been closed. */
function adopt(form) {
  const tabOf = (name) => name.slice(mine().length).split(" ", 1)[0];
  const drafts = kept(localStorage).filter((name) => name.startsWith(mine()) && name.slice(mine().length + tabOf(name).length + 1) === about(form));
  for (const name of drafts) {
    ask([tabOf(name)], (isOpen) => {
      const draft = localStorage.getItem(name);
      if (isOpen || !draft || form.dataset.typed || draftOf(key(form))) return;
      drop(name);
      put(key(form), draft);
      restore(form);
    });
  }
}

const value = (field) => (field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value);
const name = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

/** Has the field been changed since the page was loaded? */
function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const options = [...field.options];
  return field.value !== (options.find((option) => option.defaultSelected) ?? options[0])?.value;
}

function keep(form) {
  if (isSignedOut) return;
  // A refused form already contains what was typed before, so those fields count as changed.
  const before = JSON.parse(draftOf(key(form)))?.values ?? {};
  const changed = fields(form).filter((field) => isChanged(field) || name(field) in before);
  if (changed.length === 0) return;
  const values = Object.fromEntries(changed.map((field) => [name(field), value(field)]));
  const base = new URLSearchParams(form.elements.base?.value);
  const names = new Set(changed.map((field) => field.name));
  for (const field of [...base.keys()]) if (!names.has(field)) base.delete(field);
  const page = { version: form.elements.version?.value, base: base.toString() };
  put(key(form), JSON.stringify({ at: Date.now(), values, page }));
}

/** Fills in the draft, with the version it started from, so that changes that others saved meanwhile are merged. */
function restore(form) {
  const draft = JSON.parse(draftOf(key(form)));
  const changed = fields(form).filter((field) => draft.values[name(field)] !== undefined && draft.values[name(field)] !== value(field));
  if (changed.length === 0) return;
  for (const field of changed) {
    const typed = draft.values[name(field)];
    if (field.type === "checkbox" || field.type === "radio") field.checked = typed === "true";
    else field.value = typed;
  }
  if (draft.page.version && form.elements.version) form.elements.version.value = draft.page.version;
  if (form.elements.base) {
    const base = new URLSearchParams(form.elements.base.value);
    for (const [field, then] of new URLSearchParams(draft.page.base)) base.set(field, then);
    form.elements.base.value = base.toString();
  }
  const discard = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: form.dataset.discard });
  discard.addEventListener("click", () => {
    delete form.dataset.typed;
    drop(key(form));
    location.reload();
  });
  const note = Object.assign(document.createElement("p"), { className: "saved" });
  note.setAttribute("role", "status");
  note.append(form.dataset.draft, discard);
  form.before(note);
}

/** Deletes the user's drafts when they sign out. The browser is also told to clear its data, but may not do it. */
function signOut() {
  tabs.postMessage({ signedOut: document.body.dataset.viewer });
  forgetMine();
}

function forgetMine() {
  isSignedOut = true;
  forget((name) => name.startsWith(mine()));
}

function forgetOld() {
  forget((name) => Date.now() - JSON.parse(draftOf(name)).at > KEPT_DAYS * 86_400_000);
}
