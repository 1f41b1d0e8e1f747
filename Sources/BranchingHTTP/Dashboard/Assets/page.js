// What every page has: menus that close, the dialogs, copy buttons, and keys.
import { announce } from "./announce.js";

// Menus: one at a time, closed by Escape and by a click elsewhere.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
}
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.menu[open]")) closeMenus(event.target);
}, true);

// Dialogs: the browser returns the focus to what opened them.
function ask(link) {
  const dialog = document.getElementById("confirm");
  if (!dialog) return false;
  dialog.querySelector("form").action = link.href;
  dialog.querySelector("[data-name]").textContent = decodeURIComponent(new URL(link.href).pathname.split("/").at(-2));
  const menu = link.closest("details.menu");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  dialog.showModal();
  return true;
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("a[data-delete], button[data-copy], button[data-close]");
  if (!event.target.closest("details.menu")) closeMenus();
  if (!target) return;
  if (target.matches("a[data-delete]")) {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey) && ask(target)) event.preventDefault();
  } else if (target.matches("[data-close]")) {
    target.closest("dialog").close();
  } else {
    copy(target);
  }
});

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent;
  let word = "Copied";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    word = "Press Ctrl+C";
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
  }
  const before = button.dataset.label ??= button.textContent;
  button.textContent = word;
  announce(word);
  setTimeout(() => { button.textContent = before; }, 2000);
}
for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = false;

// Keys, where nobody types.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    closeMenus();
    menu?.querySelector("summary").focus();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
  const actions = {
    "/": () => document.getElementById("search"),
    n: () => document.querySelector("a[data-new]"),
    "?": () => document.getElementById("keys"),
  };
  const found = actions[event.key]?.();
  if (!found) return;
  event.preventDefault();
  if (event.key === "/") found.focus();
  else if (event.key === "n") found.click();
  else found.showModal();
});
