// Numbers and times as the server writes them.
export function bytes(count) {
  if (count < 1024) return `${count} bytes`;
  let value = count;
  let unit = "";
  for (const name of ["kB", "MB", "GB", "TB", "PB"]) {
    if (unit && value < 1023.5) break;
    value /= 1024;
    unit = name;
  }
  const tenths = Math.round(value * 10);
  return `${tenths < 100 ? (tenths / 10).toFixed(1) : Math.round(value)} ${unit}`;
}

export function instant(text) {
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

function timeLeft(seconds) {
  if (seconds >= 1e7) return "a long time left";
  const whole = Math.trunc(Math.max(1, seconds));
  return whole < 120 ? `about ${whole} s left` : `about ${Math.trunc((whole + 30) / 60)} min left`;
}

export function progress({ phase, bytes_done: done, bytes_total: total, seconds_left: left }) {
  const parts = [phase];
  if (total > 0) parts.push(`${bytes(done)} of ${bytes(total)}`);
  else if (done > 0) parts.push(bytes(done));
  if (left !== undefined) parts.push(timeLeft(left));
  return parts.join(", ");
}
