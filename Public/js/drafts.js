// A draft belongs to whoever typed it, and to the tab of the browser that it was typed in.
const PREFIX = "kamdesk draft ";
const SENT = "kamdesk sent";
const TAB = "kamdesk tab";
const KEPT_DAYS = 14;
// How long another tab has to say that it is open, in milliseconds.
const TIME_TO_ANSWER = 200;
// What belongs to the page and not to what is typed.
const OF_THE_PAGE = new Set(["token", "viewer", "once", "version", "base"]);

const me = crypto.getRandomValues(new Uint32Array(2)).join("-");
const tabs = new BroadcastChannel("kamdesk tabs");
let tab = sessionStorage.getItem(TAB) ?? rename();
let isSignedOut = false;
tabs.addEventListener("message", ({ data }) => {
  if (data.asked?.includes(tab) && data.by !== me) tabs.postMessage({ open: tab, to: data.by });
  if (data.signedOut && data.signedOut === document.body.dataset.viewer) isSignedOut = true;
});

/** Keeps what is typed into the forms of a page until it is saved: over a reload, a closed tab, a daemon that was away. */
export function keepDrafts(forms) {
  forgetOld();
  document.querySelector("form[data-sign-out]")?.addEventListener("submit", forgetMine);
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector("main .notice[role=alert]") !== null;
  // Only an answer that is no trouble and not the form again tells that a form was taken: the daemon may have been away.
  const isTaken = document.querySelector(".saved") || !(document.querySelector(".trouble") || forms.some((form) => key(form) === sent));
  if (sent && isTaken) localStorage.removeItem(sent);
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
      localStorage.removeItem(key(form));
    });
    if (refused) continue;
    if (localStorage.getItem(key(form))) restore(form);
    else adopt(form);
  }
  // A copied tab takes the other's name along, and a name of its own once it hears of the other.
  ask([tab], (isOpen) => { if (isOpen) tab = rename(); });
}

/** The fields that somebody fills in. */
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "file"].includes(field.type));

/** The drafts of whoever looks at the page. */
const mine = () => `${PREFIX}${document.body.dataset.viewer} `;

/** A form is known by where it is sent and what it is about. */
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

/** Asks whether one of some tabs is open, and tells the first that is, or null after a moment. */
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

const kept = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

/** Takes over what was typed into the same form in a tab that is open no more. */
function adopt(form) {
  const tabOf = (name) => name.slice(mine().length).split(" ", 1)[0];
  const drafts = kept().filter((name) => name.startsWith(mine()) && name.slice(mine().length + tabOf(name).length + 1) === about(form));
  for (const name of drafts) {
    ask([tabOf(name)], (isOpen) => {
      const draft = localStorage.getItem(name);
      if (isOpen || !draft || form.dataset.typed || localStorage.getItem(key(form))) return;
      localStorage.setItem(key(form), draft);
      localStorage.removeItem(name);
      restore(form);
    });
  }
}

const value = (field) => (field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value);
const name = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

function keep(form) {
  if (isSignedOut) return;
  const values = Object.fromEntries(fields(form).map((field) => [name(field), value(field)]));
  const page = Object.fromEntries(["version", "base"].map((field) => [field, form.elements[field]?.value]));
  localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), values, page }));
}

/** Fills in what was typed before, with the version it started from, so that what others saved meanwhile is merged. */
function restore(form) {
  const draft = JSON.parse(localStorage.getItem(key(form)));
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

/** What somebody typed goes with them when they sign out; the browser is told to clear it too, and may not obey. */
function forgetMine() {
  isSignedOut = true;
  tabs.postMessage({ signedOut: document.body.dataset.viewer });
  for (const name of kept()) if (name.startsWith(mine())) localStorage.removeItem(name);
}

function forgetOld() {
  for (const name of kept()) {
    if (Date.now() - JSON.parse(localStorage.getItem(name)).at > KEPT_DAYS * 86_400_000) localStorage.removeItem(name);
  }
}
