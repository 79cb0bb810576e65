// Keeps “3 min ago” true while the page stays open. The words are those of MomentText on the server.
const minute = 60_000;

setInterval(() => document.querySelectorAll<HTMLTimeElement>("time[data-relative]").forEach(refresh), minute);

function refresh(time: HTMLTimeElement): void {
  const age = Date.now() - Date.parse(time.dateTime);
  const minutes = Math.floor(Math.abs(age) / minute);
  if (minutes >= 24 * 60) return;

  const span = minutes < 60 ? `${minutes}\u00a0min` : `${Math.floor(minutes / 60)}\u00a0h`;
  time.textContent = minutes === 0 ? "just now" : age < 0 ? `in ${span}` : `${span} ago`;
}
