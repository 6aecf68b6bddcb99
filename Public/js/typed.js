/** Calls with the text of a field a moment after the last key; a newer text aborts the call for the older one. */
export function typed(input, call) {
  let timer, running;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running?.abort();
      running = new AbortController();
      call(input.value.trim(), running.signal).catch((error) => { if (error.name !== "AbortError") throw error; });
    }, 120);
  });
}
