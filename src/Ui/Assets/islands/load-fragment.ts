/** Fills itself from `src`: what is personal on a page that everybody shares. Until then, and without an answer, its first content stays. */
class LoadFragment extends HTMLElement {
  connectedCallback(): void {
    void this.load();
    // Coming back by the history shows a page as it was left; the cart may have changed since.
    addEventListener("pageshow", event => event.persisted && void this.load());
  }

  private async load(): Promise<void> {
    const answer = await fetch(this.getAttribute("src")!, { headers: { accept: "text/html" } }).catch(() => null);
    if (answer?.ok) this.innerHTML = await answer.text();
  }
}

customElements.define("load-fragment", LoadFragment);
