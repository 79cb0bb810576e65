const pause = 1500;

interface Change { by: string; fields: string[] }
interface Saved { version: number; savedAt?: string; changed: string[]; moved?: Change; others: Change[] }

/**
 * Saves the form it names as one types, and says so. What somebody else published meanwhile is said too; where the same person went on
 * in another window, nothing is sent any more until the two were compared.
 */
class DraftSaver extends HTMLElement {
  private form!: HTMLFormElement;
  private state!: HTMLElement;
  private timer = 0;
  private last = "";
  private savedAt = 0;
  private saving: Promise<void> = Promise.resolve();
  private isStopped = false;

  connectedCallback(): void {
    this.form = document.getElementById(this.getAttribute("form")!) as HTMLFormElement;
    this.state = this.querySelector("p")!;
    this.last = this.text();
    document.querySelector<HTMLButtonElement>("[data-save]")?.setAttribute("hidden", "");
    this.form.addEventListener("input", () => this.wait());
    this.form.addEventListener("change", () => this.wait());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.save());
    // Other forms of the page load it anew: what is typed goes first.
    document.addEventListener("submit", event => this.before(event as SubmitEvent), true);
    addEventListener("beforeunload", event => this.text() !== this.last && event.preventDefault());
    setInterval(() => this.tick(), 1000);
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.say("Not saved yet");
    this.timer = window.setTimeout(() => this.save(), pause);
  }

  private before(event: SubmitEvent): void {
    clearTimeout(this.timer);
    const form = event.target as HTMLFormElement;
    if (form === this.form || form.method !== "post" || this.text() === this.last || this.isStopped) {
      if (form === this.form) this.last = this.text();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.save().then(() => form.requestSubmit(event.submitter));
  }

  private save(): Promise<void> {
    clearTimeout(this.timer);
    return (this.saving = this.saving.then(() => this.send()));
  }

  private async send(): Promise<void> {
    const text = this.text();
    if (text === this.last || this.isStopped) return;
    this.say("Saving");
    const answer = await fetch(this.form.action, { method: "POST", body: new FormData(this.form), headers: { accept: "application/json" }, keepalive: text.length < 50_000 }).catch(() => null);
    if (!answer) return this.later("Not saved: the store is out of reach. It is tried again while this page stays open.");
    if (answer.status === 401 || answer.redirected) return this.later("Not saved: you are signed out. Sign in in another window; this page then goes on.");
    if (answer.status === 409) return this.stop();
    if (!answer.ok) return this.later((await answer.json().catch(() => null))?.title ?? "Not saved. It is tried again while this page stays open.");
    this.keep(text, await answer.json());
  }

  private keep(text: string, saved: Saved): void {
    this.last = text;
    this.savedAt = Date.now();
    this.form.querySelector<HTMLInputElement>("[name=draft]")!.value = String(saved.version);
    const sentence = saved.moved ? `Saved. ${saved.moved.by} published other words meanwhile: ${saved.moved.fields.join(", ")}. Publishing will show both side by side.` : "";
    this.state.classList.toggle("is-warning", sentence !== "");
    if (sentence) this.savedAt = 0;
    this.say(sentence || "Draft saved just now");
  }

  private later(sentence: string): void {
    this.say(sentence);
    this.timer = window.setTimeout(() => this.save(), 10 * pause);
  }

  private stop(): void {
    this.isStopped = true;
    this.say("You went on writing in another window. ");
    const compare = document.createElement("button");
    compare.textContent = "Compare the two";
    compare.className = "link-button";
    compare.setAttribute("form", this.form.id);
    compare.setAttribute("formaction", this.getAttribute("compare")!);
    this.state.append(compare);
  }

  private tick(): void {
    const seconds = Math.round((Date.now() - this.savedAt) / 1000);
    if (this.savedAt && this.text() === this.last && seconds > 1) this.state.textContent = seconds < 60 ? `Draft saved ${seconds} s ago` : `Draft saved ${Math.floor(seconds / 60)} min ago`;
  }

  // Read out once when it is saved, not every second.
  private say(sentence: string): void {
    this.state.setAttribute("aria-live", sentence.startsWith("Draft saved") || sentence.length > 20 ? "polite" : "off");
    this.state.textContent = sentence;
  }

  private text(): string {
    const fields = [...new FormData(this.form)].filter(([name]) => name !== "draft" && !name.startsWith("__"));
    return JSON.stringify(fields);
  }
}

customElements.define("draft-saver", DraftSaver);
