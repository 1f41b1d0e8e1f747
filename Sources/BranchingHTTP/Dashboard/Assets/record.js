// Shows the record of a branch in a part of the page: each element says in data-part what of it, in data-if when.
import { bytes, instant, progress } from "./text.js";

const texts = {
  name: (branch) => branch.name,
  status: (branch) => branch.status,
  source: (branch) => branch.source_database,
  database: (branch) => branch.branch_database,
  login: (branch) => branch.login?.role ?? "",
  strategy: (branch) => branch.strategy ?? "",
  why: (branch) => branch.strategy_reason ?? "",
  size: (branch) => (branch.size_bytes === undefined ? "" : bytes(branch.size_bytes)),
  // The server knows the names of keys, and a branch keeps its owner.
  owner: (branch, element) => element.textContent || (owner(branch) === document.body.dataset.principal ? "you" : owner(branch)),
  created: (branch) => instant(branch.created_at),
  updated: (branch) => instant(branch.updated_at),
  progress: (branch) => (branch.progress ? progress(branch.progress) : ""),
  code: (branch) => branch.error_code ?? "",
  message: (branch) => branch.error_message ?? "",
};

const owner = (branch) => branch.owner ?? "root";

const conditions = {
  progress: (branch) => branch.progress !== undefined,
  login: (branch) => branch.login !== undefined,
  ready: (branch) => branch.status === "ready",
  failed: (branch) => branch.status === "failed",
  mine: (branch) => "everybody" in document.body.dataset || owner(branch) === document.body.dataset.principal,
};

export function show(branch, root) {
  for (const element of root.querySelectorAll("[data-part]")) {
    const text = texts[element.dataset.part](branch, element);
    if (element.textContent !== text) element.textContent = text;
    if (element.localName === "time") element.dateTime = branch[`${element.dataset.part}_at`];
  }
  for (const element of root.querySelectorAll("[data-if]")) {
    element.hidden = !element.dataset.if.split(" ").every((name) => conditions[name](branch));
  }
  for (const element of root.querySelectorAll(".status")) {
    element.className = `status ${branch.status}`;
    element.querySelector("use").setAttribute("href", `#icon-${branch.status}`);
  }
  for (const bar of root.querySelectorAll("progress")) {
    if (branch.progress?.bytes_total > 0) bar.value = branch.progress.bytes_done / branch.progress.bytes_total;
    else bar.removeAttribute("value");
  }
  for (const step of root.querySelectorAll("[data-step]")) {
    if (step.dataset.step === branch.progress?.phase) step.setAttribute("aria-current", "step");
    else step.removeAttribute("aria-current");
  }
  for (const link of root.querySelectorAll("a[data-help]")) link.hash = branch.error_code ?? "";
}
