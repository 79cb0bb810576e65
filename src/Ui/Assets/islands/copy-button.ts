/** Copies its value and says so for two seconds. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const text = button?.querySelector("span");
    if (!button || !text || !navigator.clipboard) return;

    const idle = text.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(this.getAttribute("value") ?? "");
        text.textContent = "Copied";
      } catch {
        text.textContent = "Select it and copy";
      }
      setTimeout(() => (text.textContent = idle), 2000);
    });
  }
}

customElements.define("copy-button", CopyButton);
