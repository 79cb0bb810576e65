/** A menu that closes when one looks elsewhere, and that the arrow keys walk. */
class ActionMenu extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector("details")!;
    const summary = this.querySelector("summary")!;
    addEventListener("click", event => !this.contains(event.target as Node) && (details.open = false));
    this.addEventListener("focusout", event => {
      if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) details.open = false;
    });
    this.addEventListener("keydown", event => {
      if (event.key === "Escape" && details.open) {
        details.open = false;
        summary.focus();
        event.stopPropagation();
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        details.open = true;
        this.walk(event.key === "ArrowDown" ? 1 : -1);
      }
    });
  }

  private walk(step: 1 | -1): void {
    const items = [...this.querySelectorAll<HTMLElement>(".menu-item:not([disabled])")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at(at < 0 && step < 0 ? -1 : (at + step + items.length) % items.length)?.focus();
  }
}

customElements.define("action-menu", ActionMenu);
