/** Rows that come by server-sent events. A hidden page holds no connection; what it missed it fetches when it is looked at again. */
class LiveRows extends HTMLElement {
  private source: EventSource | null = null;
  private wasHidden = false;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.listen);
    this.listen();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.listen);
    this.close();
  }

  private listen = (): void => {
    if (document.hidden) {
      this.wasHidden = true;
      return this.close();
    }
    if (this.wasHidden) void this.refresh();
    this.wasHidden = false;
    this.source ??= this.open();
  };

  private open(): EventSource {
    const source = new EventSource(this.getAttribute("src")!);
    source.addEventListener("order", event => this.put((event as MessageEvent<string>).data));
    // The browser tries again by itself after a cut; a closed answer (signed out, too many pages) is final.
    source.addEventListener("error", () => source.readyState === EventSource.CLOSED && this.close());
    return source;
  }

  private close(): void {
    this.source?.close();
    this.source = null;
  }

  private put(html: string): void {
    const body = this.querySelector("tbody");
    const row = document.createRange().createContextualFragment(`<table><tbody>${html}</tbody></table>`).querySelector("tr");
    if (!body || !row) return;
    const known = body.querySelector(`tr[data-id="${CSS.escape(row.dataset.id ?? "")}"]`);
    if (known) return known.replaceWith(row);
    row.classList.add("is-new");
    body.prepend(row);
    if (body.rows.length > 10) body.rows[body.rows.length - 1].remove();
  }

  private async refresh(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("live-rows tbody");
    if (fresh) this.querySelector("tbody")?.replaceWith(fresh);
  }
}

customElements.define("live-rows", LiveRows);
