import { Refused, TusUpload } from "../tus";

/**
 * Sends the files of the form inside in parts that survive a broken connection, a closed page and a restarted store. Without scripts the
 * form sends one file at once.
 */
class FileUploads extends HTMLElement {
  private form!: HTMLFormElement;
  private list!: HTMLUListElement;
  private status!: HTMLElement;
  private open = 0;

  connectedCallback(): void {
    this.form = this.querySelector("form")!;
    const input = this.form.querySelector<HTMLInputElement>("input[type=file]")!;
    input.multiple = this.hasAttribute("multiple");
    this.list = this.appendChild(Object.assign(document.createElement("ul"), { className: "uploads" }));
    this.status = this.appendChild(Object.assign(document.createElement("p"), { className: "visually-hidden" }));
    this.status.role = "status";

    this.form.addEventListener("submit", event => {
      if (!input.files?.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.take(input.files);
      input.value = "";
      this.form.querySelector(".file-drop-list")?.replaceChildren();
    }, true);
  }

  private take(files: FileList): void {
    for (const file of files) void this.send(file);
  }

  private async send(file: File): Promise<void> {
    this.open++;
    const row = new Row(file);
    this.list.append(row.element);
    const fields = new FormData(this.form);
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
    const upload = new TusUpload(this.getAttribute("uploads")!, file, { product: this.getAttribute("product") ?? "" }, () => this.announce(row, upload.sent));
    row.pause.addEventListener("click", () => row.isPaused ? void this.go(row, upload, fields) : upload.pause());
    row.cancel.addEventListener("click", async () => {
      await upload.cancel();
      row.element.remove();
      this.say(`${file.name} discarded`);
    });
    await this.go(row, upload, fields);
  }

  private async go(row: Row, upload: TusUpload, fields: FormData): Promise<void> {
    row.goesOn();
    try {
      if (!await upload.run()) return row.rests("Paused");
      row.settles("Checking");
      await this.attach(upload, fields);
    } catch (failure) {
      const sentence = failure instanceof Refused ? failure.message : "This did not work. Go on to try again.";
      this.say(`${row.file.name}: ${sentence}`);
      return row.rests(sentence);
    }
    upload.forget();
    row.settles("Added");
    this.say(`${row.file.name} added`);
    if (--this.open === 0) location.reload();
  }

  private async attach(upload: TusUpload, fields: FormData): Promise<void> {
    const answer = await fetch(`${this.getAttribute("attach")}/${upload.id}`, { method: "POST", body: fields, headers: { accept: "application/json" } });
    if (!answer.ok) throw new Refused((await answer.json().catch(() => null))?.title ?? "The store could not add the file. Go on to try again.");
  }

  // To a screen reader a quarter at a time.
  private announce(row: Row, sent: number): void {
    const percent = row.shows(sent);
    const quarter = Math.floor(percent / 25);
    if (quarter > row.quarter) this.say(`${row.file.name}: ${percent} %`);
    row.quarter = Math.max(row.quarter, quarter);
  }

  private say(sentence: string): void {
    this.status.textContent = sentence;
  }
}

/** A file on its way: how far it is, and the buttons to stop it. */
class Row {
  readonly element = document.createElement("li");
  readonly pause = this.button("Pause");
  readonly cancel = this.button("Cancel");
  quarter = 0;
  isPaused = false;
  private readonly bar = document.createElement("progress");
  private readonly words = Object.assign(document.createElement("span"), { className: "upload-state" });

  constructor(readonly file: File) {
    const name = Object.assign(document.createElement("span"), { className: "file-name", textContent: file.name });
    this.bar.max = file.size;
    this.bar.setAttribute("aria-label", file.name);
    this.cancel.setAttribute("aria-label", `Cancel ${file.name}`);
    this.element.append(name, this.words, this.bar, this.pause, this.cancel);
    this.shows(0);
  }

  shows(sent: number): number {
    this.bar.value = sent;
    const percent = Math.floor((sent / this.file.size) * 100);
    this.words.textContent = `${size(sent)} of ${size(this.file.size)}, ${percent} %`;
    return percent;
  }

  goesOn(): void {
    this.isPaused = false;
    this.label("Pause");
    this.element.classList.remove("is-resting");
  }

  rests(why: string): void {
    this.isPaused = true;
    this.words.textContent = why;
    this.label("Go on");
    this.element.classList.add("is-resting");
  }

  settles(how: string): void {
    this.words.textContent = how;
    this.pause.disabled = this.cancel.disabled = true;
  }

  private label(verb: string): void {
    this.pause.textContent = verb;
    this.pause.setAttribute("aria-label", `${verb}: ${this.file.name}`);
    this.pause.disabled = this.cancel.disabled = false;
  }

  private button(text: string): HTMLButtonElement {
    return Object.assign(document.createElement("button"), { type: "button", className: "button is-quiet is-small", textContent: text });
  }
}

function size(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let unit = 0;
  for (; bytes >= 1000 && unit < units.length - 1; unit++) bytes /= 1000;
  return `${unit === 0 || bytes >= 100 ? Math.round(bytes) : bytes.toFixed(1)}\u00a0${units[unit]}`;
}

customElements.define("file-uploads", FileUploads);
