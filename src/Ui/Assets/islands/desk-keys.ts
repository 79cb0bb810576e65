import { openPalette } from "./desk-palette";

// The desk by keyboard: / searches, g and a letter goes, j and k walk the rows, Enter opens, ? shows all of this.
let going = false;

document.addEventListener("keydown", event => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return;

  const wasGoing = going;
  going = false;
  if (wasGoing) return follow(event.key);

  const act: Record<string, () => void> = {
    "/": search,
    g: () => (going = true),
    j: () => walk(1),
    k: () => walk(-1),
    "?": showShortcuts,
  };
  if (!act[event.key]) return;
  event.preventDefault();
  act[event.key]();
});

function follow(key: string): void {
  document.querySelector<HTMLAnchorElement>(`.desk-menu a[data-key="${CSS.escape(key)}"]`)?.click();
}

/** A list that has a search of its own is searched first. */
function search(): void {
  const own = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (own) own.focus();
  else openPalette();
}

function walk(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(".ledger-table tbody tr")].filter(row => row.querySelector("a"));
  if (rows.length === 0) return;

  const current = rows.findIndex(row => row.classList.contains("is-current"));
  const next = rows[Math.min(Math.max(current + step, 0), rows.length - 1)];
  rows[current]?.classList.remove("is-current");
  next.classList.add("is-current");
  next.querySelector("a")!.focus();
}

function showShortcuts(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts";
  dialog.innerHTML = "<h2>Shortcuts</h2><dl></dl>";
  const list = dialog.querySelector("dl")!;
  const goes = [...document.querySelectorAll<HTMLAnchorElement>(".desk-rail a[data-key]")]
    .map(link => [`g ${link.dataset.key}`, link.querySelector("span")!.textContent ?? ""]);
  for (const [keys, text] of [["Ctrl K", "Search everything"], ["/", "Search this list, or everything"], ["j  k", "Next and previous row"], ["Enter", "Open the row"], ...goes, ["?", "Show this"], ["Esc", "Close"]]) {
    const term = list.appendChild(document.createElement("dt"));
    term.appendChild(document.createElement("kbd")).textContent = keys;
    list.appendChild(document.createElement("dd")).textContent = text;
  }
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
