// How to connect to a branch: shown when it becomes ready, and with the password on a click.
const page = document.querySelector("[data-branch]");
const form = document.getElementById("reveal");

async function fill(withPassword) {
  const fields = new FormData(form);
  if (!withPassword) fields.delete("password");
  const answer = await fetch(form.action, {
    method: "POST", body: new URLSearchParams(fields), headers: { accept: "application/json" }, redirect: "manual",
  });
  // The session is over: the page leads to the sign-in.
  if (answer.type === "opaqueredirect") return location.reload();
  if (!answer.ok) throw new Error((await answer.json()).detail);
  for (const { id, text } of (await answer.json()).formats) {
    document.getElementById(id).textContent = text;
    document.getElementById(id).closest(".code").hidden = false;
  }
}

async function attempt(withPassword) {
  const problem = document.getElementById("connect-problem");
  problem.hidden = true;
  try {
    await fill(withPassword);
    return true;
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
    return false;
  }
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  if (await attempt(true)) {
    document.getElementById("connect-title").focus();
    button.hidden = true;
  }
});

page?.addEventListener("status", (event) => { if (event.detail === "ready" && form) attempt(false); });
