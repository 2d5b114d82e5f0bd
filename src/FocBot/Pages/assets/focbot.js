// The pages work without this file; with it words are copied and lists follow what is typed.
"use strict";
document.documentElement.classList.add("scripted");

document.addEventListener("click", async event => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  const source = button.dataset.from ? document.getElementById(button.dataset.from) : null;
  const label = button.firstChild;
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(source ? source.textContent : button.dataset.copy);
    button.dataset.done = "";
    label.textContent = "Copied";
  } catch {
    if (source) getSelection().selectAllChildren(source);
    label.textContent = source ? "Press Ctrl+C to copy" : "Your browser did not allow it";
  }
  setTimeout(() => {
    label.textContent = before;
    delete button.dataset.done;
  }, 2000);
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) print();
});

// A chosen entry of a menu closes it.
document.addEventListener("click", event => event.target.closest("[popover] a")?.closest("[popover]").hidePopover?.());

for (const form of document.querySelectorAll("form[data-filters]")) {
  const items = [...document.getElementById(form.dataset.filters).children];
  const count = document.querySelector("[data-count]");
  form.addEventListener("input", () => {
    const values = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const words = (values.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const text = item.querySelector("blockquote").textContent.toLowerCase();
      item.hidden = !words.every(word => text.includes(word))
        || [...values].some(([name, value]) => name !== "q" && !item.dataset[name].split("|").includes(value));
    }
    count.textContent = items.filter(item => !item.hidden).length;
    history.replaceState(null, "", values.size ? `?${values}` : location.pathname);
  });
}
