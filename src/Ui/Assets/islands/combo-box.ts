let count = 0;

/** A select that is searched by typing (WAI-ARIA APG, editable combobox with list autocomplete). The select stays what is submitted. */
class ComboBox extends HTMLElement {
  private select!: HTMLSelectElement;
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private active = -1;

  connectedCallback(): void {
    if (this.input) return;
    this.select = this.querySelector("select")!;
    this.input = this.makeInput();
    this.list = this.makeList();
    this.select.before(this.input);
    this.select.hidden = true;
    this.append(this.list);
    this.input.addEventListener("input", () => this.open(this.input.value));
    this.input.addEventListener("click", () => this.open(""));
    this.input.addEventListener("keydown", event => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.select.form?.addEventListener("reset", () => setTimeout(() => this.close()));
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]:not([aria-disabled])")];
  }

  private makeInput(): HTMLInputElement {
    const input = document.createElement("input");
    for (const name of ["id", "aria-describedby", "aria-invalid"]) {
      const value = this.select.getAttribute(name);
      if (value) input.setAttribute(name, value);
    }
    this.select.removeAttribute("id");
    Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, disabled: this.select.disabled, value: this.chosen });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    return input;
  }

  private makeList(): HTMLElement {
    const list = document.createElement("div");
    Object.assign(list, { id: `combo-${++count}`, className: "combo-list", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.input.labels?.[0]?.textContent ?? "");
    // Keeps the focus where it is, so that choosing is no leaving.
    list.addEventListener("pointerdown", event => event.preventDefault());
    list.addEventListener("click", event => {
      const option = (event.target as Element).closest<HTMLElement>("[role=option]:not([aria-disabled])");
      if (option) this.choose(option);
    });
    this.input.setAttribute("aria-controls", list.id);
    return list;
  }

  private get chosen(): string {
    return this.select.selectedOptions[0]?.textContent?.trim() ?? "";
  }

  private open(typed: string): void {
    if (this.input.disabled) return;
    const words = fold(typed);
    const found = [...this.select.options].filter(option => words === "" || (option.value !== "" && begins(option.text, words)));
    this.list.replaceChildren(...found.map((option, at) => this.draw(option, at)));
    if (found.length === 0) this.list.append(Object.assign(document.createElement("p"), { className: "combo-empty", textContent: this.getAttribute("empty") }));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.move(typed ? 0 : this.options.findIndex(option => option.ariaSelected === "true"));
  }

  private draw(option: HTMLOptionElement, at: number): HTMLElement {
    const element = document.createElement("div");
    Object.assign(element, { id: `${this.list.id}-${at}`, role: "option", textContent: option.text, ariaSelected: String(option.selected) });
    element.dataset.value = option.value;
    if (option.disabled) element.ariaDisabled = "true";
    return element;
  }

  private key(event: KeyboardEvent): void {
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this.move((this.active + (event.key === "ArrowDown" ? 1 : -1) + this.options.length) % this.options.length);
      else this.open("");
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const option = this.options[this.active];
      if (option) this.choose(option);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  private move(to: number): void {
    this.active = to;
    this.options.forEach((option, at) => option.classList.toggle("is-active", at === to));
    const current = this.options[to];
    current?.scrollIntoView({ block: "nearest" });
    if (current) this.input.setAttribute("aria-activedescendant", current.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private choose(option: HTMLElement): void {
    this.select.value = option.dataset.value ?? "";
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.value = this.chosen;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** Whether the text, or a word in it, begins so. */
function begins(text: string, words: string): boolean {
  const folded = fold(text);
  return folded.startsWith(words) || folded.includes(` ${words}`);
}

/** Without case and accents, so that “os” finds “Österreich”. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

customElements.define("combo-box", ComboBox);
