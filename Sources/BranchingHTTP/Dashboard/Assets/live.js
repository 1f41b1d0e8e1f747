// Keeps the branches of a page as they are, from one stream of all of them.
import { announce } from "./announce.js";
import { show } from "./record.js";

const table = document.getElementById("branches");
const page = document.querySelector("[data-branch]");
const known = new Map();

function announceChange(branch) {
  const before = known.get(branch.name);
  known.set(branch.name, branch.status);
  if (branch.status === before) return;
  if (branch.status === "ready" && before === "creating") announce(`Branch "${branch.name}" created`);
  else if (branch.status === "failed") announce(`Branch "${branch.name}" failed`);
}

function rowOf(name) {
  return [...table.tBodies[0].rows].find((row) => row.dataset.name === name);
}

function newRow(branch) {
  const row = document.getElementById("row").content.firstElementChild.cloneNode(true);
  const address = `${document.body.dataset.root}/branches/${branch.name}`;
  row.dataset.name = branch.name;
  row.querySelector("summary[aria-label]").setAttribute("aria-label", `Actions for ${branch.name}`);
  for (const link of row.querySelectorAll("a[data-to]")) {
    const [kind, rest] = [link.dataset.to, link.dataset.rest ?? ""];
    link.setAttribute("href", kind === "compare" ? `${document.body.dataset.root}/compare?from=main&to=${branch.name}` : address + rest);
  }
  return row;
}

// The server leaves out what a ready branch has no use for, so one that is not ready any more gets another row.
function place(branch) {
  const old = rowOf(branch.name);
  if (old && (branch.status === "ready" && !branch.progress || old.querySelector(".progress"))) return old;
  // A list that is only a part of all branches gets no new ones.
  if (!old && !("whole" in table.dataset)) return null;
  const row = newRow(branch);
  if (!old) {
    table.tBodies[0][table.dataset.newest === "first" ? "prepend" : "append"](row);
    return row;
  }
  row.querySelector("[data-part=owner]").textContent = old.querySelector("[data-part=owner]").textContent;
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(row);
  if (hadFocus) row.querySelector("a").focus();
  return row;
}

function count() {
  const rows = table.tBodies[0].rows.length;
  table.hidden = rows === 0;
  document.getElementById("empty").hidden = rows > 0;
  document.getElementById("count").textContent = `${rows} ${rows === 1 ? "branch" : "branches"}`;
}

function changed(branch) {
  if (page?.dataset.branch === branch.name) show(branch, page);
  if (page?.dataset.branch === branch.name && branch.status !== known.get(branch.name)) {
    page.dispatchEvent(new CustomEvent("status", { detail: branch.status }));
  }
  if (table) {
    const row = place(branch);
    if (row) show(branch, row);
    if ("whole" in table.dataset) count();
  }
  announceChange(branch);
}

function removed({ name }) {
  known.delete(name);
  if (page?.dataset.branch === name) document.getElementById("gone").hidden = false;
  const row = table && rowOf(name);
  if (!row) return;
  const hadFocus = row.contains(document.activeElement);
  row.remove();
  if (hadFocus) document.getElementById("content").focus();
  if ("whole" in table.dataset) count();
  announce(`Branch "${name}" deleted`);
}

// After a reset come all branches that there are; what the page shows beside them is gone.
let resetting = null;
function arrived(name) {
  resetting.names.add(name);
  if (resetting.names.size >= resetting.count) finishReset();
}
function finishReset() {
  const names = resetting.names;
  resetting = null;
  for (const name of [...known.keys()]) if (!names.has(name)) removed({ name });
}

function follow() {
  const stream = new EventSource("/api/admin/events");
  stream.addEventListener("reset", (event) => {
    resetting = { count: JSON.parse(event.data).branches, names: new Set() };
    if (resetting.count === 0) finishReset();
  });
  stream.addEventListener("branch", (event) => {
    const branch = JSON.parse(event.data);
    changed(branch);
    if (resetting) arrived(branch.name);
  });
  stream.addEventListener("removed", (event) => removed(JSON.parse(event.data)));
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) document.getElementById("stale").hidden = false;
  });
  // A page that nobody looks at keeps no connection: browsers open six to a host.
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}

if (table || page) {
  for (const row of table?.tBodies[0].rows ?? []) known.set(row.dataset.name, row.querySelector("[data-part=status]").textContent);
  if (page) known.set(page.dataset.branch, page.dataset.status);
  follow();
}
