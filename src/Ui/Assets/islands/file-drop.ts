/** What an uploader is told: it takes over by preventDefault, and then reports by progress, done and failed. */
export interface FilesChosen { files: File[] }

/**
 * Shows what was chosen or dropped. Dispatches `files-chosen`; where nobody takes it, the files stay in the input and go with the form.
 * The face lies under the browser's own input, so a drop needs no script; this only says what was dropped.
 */
class FileDrop extends HTMLElement {
  private readonly rows = new Map<string, HTMLLIElement>();

  connectedCallback(): void {
    const input = this.querySelector("input")!;
    for (const over of ["dragenter", "dragover"]) this.addEventListener(over, () => this.classList.add("is-over"));
    for (const away of ["dragleave", "drop", "dragend"]) this.addEventListener(away, () => this.classList.remove("is-over"));
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      const event = new CustomEvent<FilesChosen>("files-chosen", { detail: { files }, bubbles: true, cancelable: true });
      this.dispatchEvent(event);
      if (event.defaultPrevented) return void (input.value = "");
      this.clear();
      for (const file of files) this.row(file.name).state.textContent = size(file.size);
    });
  }

  /** @param done bytes of total that have arrived. */
  progress(name: string, done: number, total: number): void {
    const { state, bar } = this.row(name);
    state.textContent = `${size(done)} of ${size(total)}`;
    bar.hidden = false;
    bar.value = total === 0 ? 100 : Math.floor((done / total) * 100);
  }

  done(name: string, words = "Uploaded"): void {
    const { state, bar } = this.row(name);
    state.textContent = words;
    bar.hidden = true;
  }

  /** @param words what went wrong, and what to do. */
  failed(name: string, words: string): void {
    const { item, state, bar } = this.row(name);
    item.classList.add("has-error");
    state.textContent = words;
    bar.hidden = true;
  }

  clear(): void {
    this.rows.clear();
    this.querySelector(".file-drop-list")!.replaceChildren();
  }

  private row(name: string): { item: HTMLLIElement; state: Element; bar: HTMLProgressElement } {
    const item = this.rows.get(name) ?? this.add(name);
    return { item, state: item.querySelector(".file-drop-state")!, bar: item.querySelector("progress")! };
  }

  private add(name: string): HTMLLIElement {
    const item = document.createElement("li");
    item.append(span("file-drop-name", name), span("file-drop-state", ""));
    const bar = item.appendChild(document.createElement("progress"));
    bar.max = 100;
    bar.hidden = true;
    bar.ariaLabel = name;
    this.querySelector(".file-drop-list")!.append(item);
    this.rows.set(name, item);
    return item;
  }
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function size(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

customElements.define("file-drop", FileDrop);
