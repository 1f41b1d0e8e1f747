// What a screen reader is told about changes: the newest, at most every five seconds.
const pause = 5000;
let waiting = "";
let timer = 0;
let last = -pause;

export function announce(text) {
  waiting = text;
  if (timer) return;
  timer = setTimeout(() => {
    timer = 0;
    last = performance.now();
    document.getElementById("announcer").textContent = waiting;
  }, Math.max(0, last + pause - performance.now()));
}
