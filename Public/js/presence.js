// Tells the desk every minute that a record is open here, and shows who else has it open.
const note = document.querySelector("[data-presence]");
if (note) {
  setInterval(async () => {
    if (document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
      note.textContent = decodeURIComponent(answer.headers.get("Also-Open") ?? "");
    } catch { /* the desk is away for a while */ }
  }, 60000);
}
