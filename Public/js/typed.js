/** Calls `call` with the text of a field a moment after the last key. The next key aborts the call for the older text. */
export function typed(input, call) {
  let timer, running;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    running?.abort();
    timer = setTimeout(() => {
      running = new AbortController();
      call(input.value.trim(), running.signal).catch((error) => { if (error.name !== "AbortError") throw error; });
    }, 120);
  });
}
