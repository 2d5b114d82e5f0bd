// The chat works without this file; with it the conversation goes on without a new page and survives a reload, in this tab only.
"use strict";
{
  const stored = `focbot-conversation ${location.pathname}`;
  const mostTurns = 40;
  const turns = document.getElementById("turns");
  const ask = document.getElementById("ask");
  const box = ask.elements.question;
  const button = ask.querySelector("button:not([name])");
  const scope = ask.elements.scope;

  const parse = html => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };

  const note = text => {
    const shown = document.createElement("p");
    shown.className = "note";
    shown.setAttribute("role", "alert");
    shown.textContent = text;
    return shown;
  };

  const bubble = text => {
    const turn = document.createElement("section");
    turn.className = "turn";
    turn.append(Object.assign(document.createElement("p"), { className: "asked", dir: "auto", textContent: text }),
      Object.assign(document.createElement("p"), { className: "busy quiet", textContent: "Looking it up" }));
    return turn;
  };

  const begin = () => {
    for (const old of document.querySelectorAll(".welcome, .note")) old.remove();
    document.querySelector("h1").className = "unseen";
  };

  const show = turn => {
    for (const old of turns.querySelectorAll("#newest")) old.removeAttribute("id");
    if (turn.classList.contains("turn")) turn.id = "newest";
    turn.scrollIntoView({ block: "start" });
  };

  // The form carries what was said, the newest last, as the server reads it.
  const remember = said => {
    const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "history" });
    hidden.value = said;
    ask.prepend(...ask.querySelectorAll("input[name=history]"), hidden);
    while (ask.querySelectorAll("input[name=history]").length > Number(ask.dataset.remembers)) ask.querySelector("input[name=history]").remove();
  };

  const forget = () => {
    for (const hidden of ask.querySelectorAll("input[name=history]")) hidden.remove();
  };

  // What was typed may have chosen statements too.
  const showScope = turn => {
    if (scope) for (const option of scope.options) option.selected = option.dataset.scope === turn.dataset.scope;
  };

  const save = () => {
    const shown = [...turns.querySelectorAll(":scope > .turn")].slice(-mostTurns);
    try {
      sessionStorage.setItem(stored, shown.map(turn => turn.outerHTML).join(""));
    } catch {
      // No room, or not allowed: the conversation then ends with the page.
    }
  };

  const restore = () => {
    let html = null;
    try {
      html = sessionStorage.getItem(stored);
    } catch {
      return;
    }
    if (!html || turns.children.length > 0) return;
    begin();
    turns.append(parse(html));
    for (const turn of turns.children) "forgets" in turn.dataset ? forget() : remember(turn.dataset.said);
    if (!turns.lastElementChild) return;
    show(turns.lastElementChild);
    showScope(turns.lastElementChild);
  };

  const say = async (form, submitter) => {
    const data = new FormData(form, submitter);
    const label = submitter?.name === "choice" ? submitter.textContent
      : submitter?.name === "use" ? scope.selectedOptions[0].textContent : String(data.get("question") ?? "").trim();
    if (!label || button.disabled) return;
    begin();
    const waiting = bubble(label);
    turns.append(waiting);
    show(waiting);
    button.disabled = true;
    turns.setAttribute("aria-busy", "true");
    let reply = null;
    try {
      const answer = await fetch(ask.dataset.turn, { method: "POST", body: new URLSearchParams(data) });
      reply = answer.ok ? parse(await answer.text()).firstElementChild : note((await answer.json().catch(() => ({}))).detail ?? "Something went wrong. Please try again.");
    } catch {
      reply = note("The server can't be reached. Please try again.");
    }
    waiting.replaceWith(reply);
    button.disabled = false;
    turns.removeAttribute("aria-busy");
    if (reply.classList.contains("turn")) {
      "forgets" in reply.dataset ? forget() : remember(reply.dataset.said);
      if (!submitter?.name) box.value = "";
      showScope(reply);
    }
    show(reply);
    save();
    box.focus({ preventScroll: true });
  };

  document.addEventListener("submit", event => {
    if (event.target !== ask && !event.target.matches(".choices")) return;
    event.preventDefault();
    say(event.target, event.submitter);
  });
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      ask.requestSubmit();
    }
  });
  ask.querySelector(".again").addEventListener("click", () => {
    try {
      sessionStorage.removeItem(stored);
    } catch {
      // Nothing was kept.
    }
  });
  // Inside another site: links open beside it, and Escape gives the focus back to it.
  if (document.body.classList.contains("embedded")) {
    document.addEventListener("click", event => {
      const link = event.target.closest("a[href]:not(.again)");
      if (link) Object.assign(link, { target: "_blank", rel: "noopener" });
    });
    document.addEventListener("keydown", event => {
      if (event.key === "Escape") parent.postMessage("focbot-close", "*");
    });
  }
  restore();
}
