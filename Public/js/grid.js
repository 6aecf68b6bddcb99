// The grid of targets: arrows and Enter move between cells, a block from a spreadsheet is pasted from the cell that has the focus on, and
// Ctrl+D takes the value of the cell above. The last paste can be taken back. What the numbers mean is for the server to say.
const grid = document.querySelector("[data-grid]");

function cells() {
  return [...grid.tBodies[0].rows]
    .map((row) => [...row.querySelectorAll("td")].map((cell) => cell.querySelector("input:not([type])")))
    .filter((row) => row.some(Boolean));
}

function place(input, rows) {
  for (const [y, row] of rows.entries()) if (row.includes(input)) return [y, row.indexOf(input)];
}

function focus(input) {
  input?.focus();
  input?.select();
}

// The same rules as the server's: tabs and line ends between cells, quotes around a cell that holds them.
function block(text) {
  const rows = [[]];
  let cell = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' && cell === "") {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
    } else if (sign === "\t") {
      rows.at(-1).push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.at(-1).push(cell);
      rows.push([]);
      cell = "";
    } else if (sign !== "\r") cell += sign;
  }
  if (cell || rows.at(-1).length) rows.at(-1).push(cell);
  return rows.filter((row) => row.length);
}

if (grid) {
  const back = document.querySelector("[data-back]");
  let before = [];
  const set = (changes) => {
    before = changes.map(([input]) => [input, input.value, input.classList.contains("pasted")]);
    for (const [input, value] of changes) {
      input.value = value;
      input.classList.add("pasted");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    back.hidden = !before.length;
  };
  back?.addEventListener("click", () => {
    for (const [input, value, was] of before) {
      input.value = value;
      input.classList.toggle("pasted", was);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    before = [];
    back.hidden = true;
  });
  // Enter would press the form's first button, which saves; beside the growth stands the one that is meant.
  const growth = document.querySelector("input[name=growth]");
  growth?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    growth.closest("p").querySelector("button").click();
  });
  grid.addEventListener("keydown", (event) => {
    const input = event.target.closest("input:not([type])");
    if (!input || event.altKey || event.metaKey) return;
    const rows = cells();
    const [y, x] = place(input, rows);
    if (event.ctrlKey && event.code === "KeyD") {
      event.preventDefault();
      const above = rows[y - 1]?.[x];
      if (above) set([[input, above.value]]);
      return;
    }
    if (event.ctrlKey) return;
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const step = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowLeft: isWhole || input.selectionEnd === 0 ? [0, -1] : null,
      ArrowRight: isWhole || input.selectionStart === input.value.length ? [0, 1] : null,
    }[event.key];
    if (!step) return;
    event.preventDefault();
    let [row, column] = [y + step[0], x + step[1]];
    while (rows[row] && column >= 0 && column < rows[row].length && !rows[row][column]) [row, column] = [row + step[0], column + step[1]];
    focus(rows[row]?.[column]);
  });
  grid.addEventListener("paste", (event) => {
    const input = event.target.closest("input:not([type])");
    const pasted = block(event.clipboardData.getData("text/plain"));
    if (!input || (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const rows = cells();
    const [y, x] = place(input, rows);
    const changes = [];
    pasted.forEach((line, down) =>
      line.forEach((value, right) => {
        const cell = rows[y + down]?.[x + right];
        if (cell && value.trim()) changes.push([cell, value.trim()]);
      }),
    );
    set(changes);
  });
}
