/** Goes from what is seen to the other; when that is what the system says, the choice is forgotten. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button")!;
    button.hidden = false;
    button.addEventListener("click", () => {
      const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const root = document.documentElement;
      const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
      if (next === system) delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === system) localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch {
        // Storage is off: the choice lasts as long as the page.
      }
    });
  }
}

customElements.define("theme-switch", ThemeSwitch);
