const life = 6_000;

/** Floats, and leaves by itself after six seconds in which nobody looked at it closely; one that must be read stays until it is closed. */
class ToastMessage extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    const button = this.querySelector("button");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => this.leave());
    }
    if (this.hasAttribute("stays")) return;

    for (const event of ["pointerenter", "focusin"]) this.addEventListener(event, () => clearTimeout(this.timer));
    for (const event of ["pointerleave", "focusout"]) this.addEventListener(event, () => this.wait());
    this.wait();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.leave(), life);
  }

  private leave(): void {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.remove();
    this.addEventListener("transitionend", () => this.remove(), { once: true });
    this.classList.add("is-leaving");
  }
}

customElements.define("toast-message", ToastMessage);
