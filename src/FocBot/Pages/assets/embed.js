// Puts a chat button on another site: <script src="https://foc.example.org/embed.js" data-label="Ask the statement" defer></script>
// Nothing is loaded and nothing is stored before the button is pressed.
"use strict";
(() => {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const label = script.dataset.label || "Ask the statement";

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; font: 16px/1.4 system-ui, sans-serif; }
    button { font: inherit; font-weight: 600; min-height: 44px; padding: .5rem 1.1rem; border: 2px solid #fff; border-radius: 999px; background: #14507a; color: #fff; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / .3); }
    button:focus-visible { outline: 3px solid #f0b56b; outline-offset: 2px; }
    .panel { position: fixed; right: 1rem; bottom: 4.5rem; width: min(26rem, calc(100vw - 2rem)); height: min(40rem, calc(100vh - 6rem)); border-radius: 14px; overflow: hidden; background: #faf9f6; box-shadow: 0 10px 40px rgb(0 0 0 / .35); }
    .panel[hidden] { display: none; }
    iframe { width: 100%; height: 100%; border: 0; }
  `);

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  const panel = Object.assign(document.createElement("div"), { className: "panel", id: "panel", hidden: true });
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "panel");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", label);
  root.append(panel, button);

  const toggle = open => {
    if (open && !panel.firstChild) panel.append(Object.assign(document.createElement("iframe"), { src: `${origin}/embed`, title: label }));
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Close" : label;
    (open ? panel.firstChild : button).focus();
  };
  button.addEventListener("click", () => toggle(panel.hidden));
  root.addEventListener("keydown", event => {
    if (event.key === "Escape" && !panel.hidden) toggle(false);
  });
  addEventListener("message", event => {
    if (event.origin === origin && event.data === "focbot-close" && !panel.hidden) toggle(false);
  });
  document.body.append(host);
})();
