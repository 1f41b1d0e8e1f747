// The link of `ayb dashboard` has its one-time code behind the `#`, which browsers send to nobody. It takes a click to use it:
// a link from somebody else must not sign anybody in unseen.
const key = document.getElementById("key");

function take() {
  const code = location.hash.slice(1);
  if (!key || !code.startsWith("ayb_once_")) return;
  key.value = code;
  history.replaceState(null, "", location.pathname + location.search);
  document.querySelector("#sign-in button").focus();
}

addEventListener("hashchange", take);
take();
