// A client of the resumable upload protocol tus 1.0.0: parts of 8 MB, each with its checksum where the browser can compute one.
const part = 8 << 20;
const protocol = { "tus-resumable": "1.0.0" };
const patience = [1, 2, 5, 10, 20, 30].map(seconds => seconds * 1000);

export class Refused extends Error {}

export class TusUpload {
  private address: string | null = null;
  private stopper = new AbortController();
  sent = 0;

  constructor(private readonly uploads: string, private readonly file: File, private readonly about: Record<string, string>, private readonly moved: () => void) {}

  /** Known again after the page was left, as long as the same file is chosen. */
  private get fingerprint(): string {
    return `upload ${this.uploads} ${Object.values(this.about).join(" ")} ${this.file.name} ${this.file.size} ${this.file.lastModified}`;
  }

  /** The id of the upload, once it has begun. */
  get id(): string {
    return this.address!.slice(this.address!.lastIndexOf("/") + 1);
  }

  /** Sends what is missing. Returns true when everything arrived, false when it was paused. */
  async run(): Promise<boolean> {
    this.stopper = new AbortController();
    for (let tries = 0; ;) {
      const before = this.sent;
      try {
        await this.find();
        while (this.sent < this.file.size) await this.next();
        return true;
      } catch (failure) {
        if (this.stopper.signal.aborted) return false;
        if (failure instanceof Refused) throw failure;
        tries = this.sent > before ? 0 : tries + 1;
        if (tries >= patience.length) throw new Refused("The store is out of reach. What arrived is kept; go on when the connection is back.");
        await new Promise(go => setTimeout(go, patience[tries]));
      }
    }
  }

  pause(): void {
    this.stopper.abort();
  }

  async cancel(): Promise<void> {
    this.pause();
    if (this.address) await fetch(this.address, { method: "DELETE", headers: protocol }).catch(() => null);
    this.forget();
  }

  forget(): void {
    remember(this.fingerprint, null);
    this.address = null;
  }

  private async find(): Promise<void> {
    this.address ??= recall(this.fingerprint);
    if (this.address) {
      const answer = await this.ask(this.address, { method: "HEAD" }, [404, 410]);
      if (answer.ok) return this.stand(answer);
      this.forget();
    }
    const answer = await this.ask(this.uploads, { method: "POST", headers: { "upload-length": String(this.file.size), "upload-metadata": metadata({ ...this.about, filename: this.file.name }) } });
    this.address = new URL(answer.headers.get("location")!, location.href).pathname;
    remember(this.fingerprint, this.address);
    this.sent = 0;
  }

  private async next(): Promise<void> {
    const bytes = await this.file.slice(this.sent, this.sent + part).arrayBuffer();
    const headers: Record<string, string> = { "content-type": "application/offset+octet-stream", "upload-offset": String(this.sent) };
    if (globalThis.crypto?.subtle) headers["upload-checksum"] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))}`;
    const answer = await this.ask(this.address!, { method: "PATCH", headers, body: bytes }, [409, 460]);
    if (answer.ok) this.stand(answer);
    else throw new Error("Out of step: ask again where it stands.");
  }

  private stand(answer: Response): void {
    this.sent = Number(answer.headers.get("upload-offset"));
    this.moved();
  }

  private async ask(url: string, init: RequestInit, expected: number[] = []): Promise<Response> {
    const answer = await fetch(url, { ...init, headers: { accept: "application/json", ...protocol, ...init.headers }, signal: this.stopper.signal });
    if (answer.ok || expected.includes(answer.status)) return answer;
    if (answer.status === 401) throw new Refused("You are signed out. Sign in in another window, then go on.");
    const sentence = (await answer.json().catch(() => null))?.title;
    if (answer.status < 500 || sentence) throw new Refused(sentence ?? "The store refused the file.");
    throw new Error(`Answered ${answer.status}.`);
  }
}

function metadata(about: Record<string, string>): string {
  return Object.entries(about).filter(([, value]) => value).map(([key, value]) => `${key} ${base64(new TextEncoder().encode(value))}`).join(",");
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string | null): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage is off: an upload can be taken up again as long as the page stays open.
  }
}
