// Add Branch: checks the name while it is typed, shows the database's name and the commands, and the plan without a reload.
import { announce } from "./announce.js";

const form = document.getElementById("add");
const reserved = ["main", "master", "default", "postgres", "template0", "template1"];

function violation(name) {
  if (!name) return "";
  if (!/^[a-z0-9_-]*$/.test(name)) return "A branch name has only lower-case letters a-z, digits, '-' and '_'.";
  if (!/^[a-z0-9].*[a-z0-9]$|^[a-z0-9]$/.test(name)) return "A branch name starts and ends with a letter or a digit.";
  if (reserved.includes(name)) return `The name '${name}' is reserved; choose another.`;
  return "";
}

// The rule of PostgreSQL's identifiers: 63 bytes, else 54 of them, `_`, and FNV-1a of the branch name.
function databaseName(name) {
  const plain = `ayb_branch_${name.replaceAll("-", "_")}`;
  if (plain.length <= 63) return plain;
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `${plain.slice(0, 54)}_${hash.toString(16).padStart(8, "0")}`;
}

function quoted(text) {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function commands() {
  const name = form.elements.name.value || "NAME";
  const source = form.elements.from.value;
  const schemaOnly = form.elements.rows.value === "schema";
  const from = source === "URL" ? '"$SOURCE_URL"' : quoted(source);
  const ayb = ["ayb branch create", quoted(name), source === "main" ? "" : `--from ${from}`, schemaOnly ? "--schema-only" : ""];
  const body = { name, ...(source === "main" ? {} : { from: source === "URL" ? "SOURCE_URL" : source }), ...(schemaOnly ? { schema_only: true } : {}) };
  document.getElementById("command-ayb").textContent = ayb.filter(Boolean).join(" ");
  const curl = document.getElementById("command-curl");
  curl.textContent = curl.dataset.start + quoted(JSON.stringify(body));
}

function update() {
  const name = form.elements.name.value;
  const wrong = violation(name);
  const field = form.elements.name;
  field.setAttribute("aria-invalid", String(wrong !== ""));
  document.getElementById("name-problem").textContent = wrong;
  document.getElementById("database").textContent = wrong || !name ? "" : databaseName(name);
  const url = document.getElementById("url-field");
  if (url) url.hidden = form.elements.from.value !== "URL";
  commands();
}

async function plan() {
  const answer = await fetch(form.action, {
    method: "POST", body: new URLSearchParams([...new FormData(form), ["do", "plan"]]),
    headers: { accept: "application/json" }, redirect: "manual",
  });
  // The session is over: the page leads to the sign-in.
  if (answer.type === "opaqueredirect") return location.reload();
  const result = await answer.json();
  const problem = document.getElementById("add-problem");
  const facts = document.getElementById("plan");
  problem.hidden = answer.ok;
  facts.hidden = !answer.ok;
  if (!answer.ok) {
    problem.textContent = result.detail ?? result.title;
    problem.focus();
    return;
  }
  const list = facts.querySelector("dl");
  list.replaceChildren(...result.facts.flatMap(({ term, texts }) => {
    const dt = document.createElement("dt");
    dt.textContent = term;
    return [dt, ...texts.map((text) => {
      const dd = document.createElement("dd");
      dd.textContent = text;
      return dd;
    })];
  }));
  announce("The plan is below the form.");
}

form.addEventListener("input", update);
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "plan") return;
  event.preventDefault();
  plan();
});
update();
