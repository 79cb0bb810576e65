/** Choosing rows: all of the page at once, a range with Shift, and how many there are. Without it each box stands for itself. */
class ListSelection extends HTMLElement {
  private last: HTMLInputElement | null = null;

  connectedCallback(): void {
    const all = this.querySelector<HTMLInputElement>("[data-choose-all]");
    if (!all) return;
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of this.boxes()) box.checked = all.checked;
      this.count();
    });
    this.addEventListener("click", event => this.range(event));
    this.addEventListener("change", () => this.count());
    this.addEventListener("keydown", event => event.key === "x" && this.toggleCurrent(event));
    // Coming back by the history restores what was chosen.
    addEventListener("pageshow", () => this.count());
    this.count();
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("tbody input[name=id]")];
  }

  private range(event: MouseEvent): void {
    const box = event.target as HTMLInputElement;
    if (!box.matches("tbody input[name=id]")) return;
    if (event.shiftKey && this.last) {
      const boxes = this.boxes();
      const [from, to] = [boxes.indexOf(this.last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
    }
    this.last = box;
  }

  private toggleCurrent(event: KeyboardEvent): void {
    if ((event.target as HTMLElement).closest("input, textarea, select")) return;
    const box = (event.target as HTMLElement).closest("tr")?.querySelector<HTMLInputElement>("input[name=id]");
    if (!box) return;
    event.preventDefault();
    box.checked = !box.checked;
    this.count();
  }

  private count(): void {
    const boxes = this.boxes();
    const chosen = boxes.filter(box => box.checked).length;
    const all = this.querySelector<HTMLInputElement>("[data-choose-all]")!;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    const text = this.querySelector("[data-count]");
    if (text) text.textContent = `${chosen} chosen`;
  }
}

customElements.define("list-selection", ListSelection);
