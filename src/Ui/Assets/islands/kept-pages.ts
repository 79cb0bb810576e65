/** Lists the pages of which this device keeps a copy; stays empty where there are none. */
class KeptPages extends HTMLElement {
  connectedCallback(): void {
    if ("caches" in window) void this.list();
  }

  private async list(): Promise<void> {
    const cache = await caches.open("kept pages");
    const requests = await cache.keys();
    if (requests.length === 0) return;
    const items = await Promise.all(requests.map(async request => this.item(request.url, await (await cache.match(request))!.text())));
    const list = document.createElement("ul");
    list.append(...items);
    const heading = document.createElement("h2");
    heading.textContent = this.getAttribute("heading");
    this.replaceChildren(heading, list);
  }

  private item(url: string, html: string): HTMLLIElement {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = new DOMParser().parseFromString(html, "text/html").title;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }
}

customElements.define("kept-pages", KeptPages);
