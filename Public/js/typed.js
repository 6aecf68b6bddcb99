/** Calls `call` with the text of a field a moment after the last key. The next key aborts the call for the older text. Returns a function
 * that calls at once. */
export function typed(input, call) {
  let timer, running;
  const now = () => {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    call(input.value.trim(), running.signal).catch((error) => { if (error.name !== "AbortError") throw error; });
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    running?.abort();
    timer = setTimeout(now, 120);
  });
  return now;
}
