// The board of tenders: a card moves when it is dropped on another lane, and with "[" and "]" while it has the focus. Either presses the
// card's own form, so that whatever the server refuses is told by the page that it answers with.
const board = document.querySelector("[data-board]");

function move(card, stage) {
  const form = card.querySelector("form.moves");
  if (!form || !stage) return;
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "stage", value: stage });
  form.append(field);
  form.requestSubmit ? form.requestSubmit() : form.submit();
}

if (board) {
  let carried = null;
  // A card that moved has the focus again on the page that answers, so that it may go on.
  board.addEventListener("submit", (event) => sessionStorage.setItem("moved", event.target.closest(".card")?.id ?? ""));
  document.getElementById(sessionStorage.getItem("moved") ?? "")?.focus();
  sessionStorage.removeItem("moved");
  board.addEventListener("keydown", (event) => {
    const card = event.target.closest(".card");
    // By the place of the key, because a Russian keyboard has letters there.
    const step = { BracketLeft: "earlier", BracketRight: "later" }[event.code];
    if (!card || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    card.querySelector(`form.moves button[data-step="${step}"]`)?.click();
    event.preventDefault();
  });
  board.addEventListener("dragstart", (event) => {
    carried = event.target.closest(".card");
    carried?.classList.add("carried");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", carried?.id ?? "");
  });
  board.addEventListener("dragend", () => {
    carried?.classList.remove("carried");
    for (const lane of board.querySelectorAll(".over")) lane.classList.remove("over");
    carried = null;
  });
  board.addEventListener("dragover", (event) => {
    const lane = event.target.closest("[data-stage]");
    for (const other of board.querySelectorAll(".over")) if (other !== lane) other.classList.remove("over");
    if (!carried || !lane || lane.contains(carried)) return;
    lane.classList.add("over");
    event.preventDefault();
  });
  board.addEventListener("drop", (event) => {
    const lane = event.target.closest("[data-stage]");
    if (!carried || !lane || lane.contains(carried)) return;
    event.preventDefault();
    move(carried, lane.dataset.stage);
  });
}
