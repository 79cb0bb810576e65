/** Remembers on this device how far a book was read: the chapter for the next visit, and the place in it. Without it the first chapter opens. */
class ReadingPlace extends HTMLElement {
  private readonly key = `reading ${this.getAttribute("book")}`;

  connectedCallback(): void {
    const chapter = Number(new URL(location.href).searchParams.get("chapter") ?? 0);
    const { chapter: lastChapter, part } = this.read();
    if (chapter === 0 && lastChapter > 1) return location.replace(`${location.pathname}?chapter=${lastChapter}`);
    if (chapter === lastChapter) requestAnimationFrame(() => scrollTo({ top: part * this.length() }));
    addEventListener("scrollend", () => this.keep(chapter || 1, this.length() > 0 ? scrollY / this.length() : 0));
    this.keep(chapter || 1, chapter === lastChapter ? part : 0);
  }

  private length(): number {
    return document.documentElement.scrollHeight - innerHeight;
  }

  private read(): { chapter: number; part: number } {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "") as { chapter: number; part: number };
    } catch {
      return { chapter: 0, part: 0 };
    }
  }

  private keep(chapter: number, part: number): void {
    try {
      localStorage.setItem(this.key, JSON.stringify({ chapter, part }));
    } catch {
      // Storage is off: the book opens at its beginning.
    }
  }
}

customElements.define("reading-place", ReadingPlace);
