// The desk's search as a palette: Ctrl-K (or ⌘K) and the search of the menu open it, the arrow keys walk, Enter opens, Escape closes.
// It shows the server's own list, so that there is one way of finding.
const pause = 120;
let dialog: HTMLDialogElement | undefined;
let asked: AbortController | undefined;
let timer = 0;

export function openPalette(): void {
  const trigger = document.querySelector<HTMLAnchorElement>("a[data-palette]");
  if (!trigger || dialog?.open) return;
  dialog ??= make(new URL(trigger.href));
  dialog.showModal();
  const input = dialog.querySelector("input")!;
  input.select();
  void fill(input.value);
}

document.addEventListener("click", event => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isPlain || !(event.target as Element).closest("a[data-palette]")) return;
  event.preventDefault();
  openPalette();
});

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
});

function make(page: URL): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "palette";
  made.ariaLabel = "Search";
  made.innerHTML = `<label class="palette-input"><span class="visually-hidden">Search the desk</span><input type="search" autocomplete="off" spellcheck="false" placeholder="A number, an address, a title, a page"></label>
    <div class="palette-list" aria-live="polite"></div>
    <p class="palette-keys" aria-hidden="true"><span><kbd>↑</kbd><kbd>↓</kbd>walk</span><span><kbd>Enter</kbd>open</span><span><kbd>Esc</kbd>close</span><span><kbd>?</kbd>all shortcuts</span></p>`;
  made.dataset.from = `${page.pathname}/hits`;
  const input = made.querySelector("input")!;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void fill(input.value), pause);
  });
  made.addEventListener("keydown", walk);
  made.addEventListener("click", event => event.target === made && made.close());
  document.body.append(made);
  return made;
}

async function fill(text: string): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  const list = dialog!.querySelector<HTMLElement>(".palette-list")!;
  list.ariaBusy = "true";
  try {
    const answer = await fetch(`${dialog!.dataset.from}?q=${encodeURIComponent(text)}`, { headers: { accept: "text/html" }, signal: asked.signal });
    // Signed out meanwhile: the page itself says so.
    if (answer.redirected || !answer.ok) return location.reload();
    list.innerHTML = await answer.text();
    list.ariaBusy = null;
  } catch (error) {
    if ((error as Error).name !== "AbortError") list.textContent = "The store does not answer. Try again in a moment.";
  }
}

function walk(event: KeyboardEvent): void {
  const links = [...dialog!.querySelectorAll<HTMLAnchorElement>(".palette-list a")];
  const input = dialog!.querySelector("input")!;
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[next] ?? links.at(-1))?.focus();
  } else if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && at >= 0) {
    input.focus();
  }
}
