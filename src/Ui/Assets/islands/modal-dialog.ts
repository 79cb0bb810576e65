/** Opens what its details would unfold as a dialog of the browser: focus stays inside, Escape and the ground around it close. */
class ModalDialog extends HTMLElement {
  private readonly dialog = document.createElement("dialog");

  connectedCallback(): void {
    const details = this.querySelector("details");
    const panel = this.querySelector<HTMLElement>(".dialog-panel");
    if (!details || !panel) return;

    const wasOpen = details.open;
    details.open = false;
    this.dialog.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.dialog.append(panel);
    this.append(this.dialog);
    for (const close of panel.querySelectorAll<HTMLElement>("[data-close]")) {
      close.hidden = false;
      close.addEventListener("click", () => this.dialog.close());
    }
    this.querySelector("summary")!.addEventListener("click", event => {
      event.preventDefault();
      this.dialog.showModal();
    });
    this.dialog.addEventListener("click", event => event.target === this.dialog && this.dialog.close());
    if (wasOpen) this.dialog.showModal();
  }
}

customElements.define("modal-dialog", ModalDialog);
