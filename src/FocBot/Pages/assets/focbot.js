// The pages work without this file; with it the conversation goes on without a new page, and quotations can be copied.
"use strict";
const turns = document.getElementById("turns");
const ask = document.getElementById("ask");

async function say(form, submitter) {
  const data = new FormData(form, submitter);
  const question = String(data.get("question") ?? "").trim();
  if (!question) return;
  const answer = await fetch("/turn", { method: "POST", body: new URLSearchParams(data) });
  const piece = document.createElement("template");
  if (answer.ok) {
    piece.innerHTML = await answer.text();
  } else {
    const problem = await answer.json().catch(() => ({}));
    const note = document.createElement("p");
    note.className = "note";
    note.setAttribute("role", "alert");
    note.textContent = problem.detail ?? "Something went wrong. Please try again.";
    piece.content.append(note);
  }
  document.querySelector(".welcome")?.remove();
  const shown = piece.content.firstElementChild;
  turns.append(piece.content);
  if (answer.ok && shown.classList.contains("turn")) {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "history";
    hidden.value = question;
    // The newest stands last, as the server reads it.
    ask.querySelector("label").before(hidden);
    while (ask.querySelectorAll("input[name=history]").length > Number(ask.dataset.remembers)) ask.querySelector("input[name=history]").remove();
    ask.elements.question.value = "";
  }
  shown.scrollIntoView({ block: "start" });
  ask.elements.question.focus({ preventScroll: true });
}

if (turns && ask) {
  document.addEventListener("submit", event => {
    event.preventDefault();
    say(event.target, event.submitter).catch(() => event.target.submit());
  });
  ask.elements.question.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      ask.requestSubmit();
    }
  });
}

// Buttons to copy show themselves only where this script can serve them, also in answers that come later.
document.documentElement.classList.add("scripted");
document.addEventListener("click", async event => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  const shown = button.parentElement.querySelector(".quotation");
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.words ?? shown.textContent);
    button.textContent = "Copied";
  } catch {
    if (shown) getSelection().selectAllChildren(shown);
    button.textContent = shown ? "Press Ctrl+C to copy" : "Your browser did not allow it";
  }
  setTimeout(() => { button.textContent = label; }, 2000);
});
