/**
 * Makes the smaller copies of a picture in the browser, so that the store itself never decodes one. Where the browser cannot, the
 * form goes as it is: with the original alone.
 */
class PictureDrop extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form")!;
    form.addEventListener("submit", event => {
      const file = form.querySelector<HTMLInputElement>("input[type=file]")!.files?.[0];
      if (!file) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.send(form, file);
    }, true);
  }

  private async send(form: HTMLFormElement, file: File): Promise<void> {
    const [button, state] = [form.querySelector("button")!, form.querySelector<HTMLElement>(".picture-state")!];
    button.disabled = true;
    state.textContent = "Making smaller copies";
    const body = new FormData(form);
    for (const copy of await this.copies(file).catch(() => [])) body.append("copy", copy.blob, `${copy.width}.webp`);

    state.textContent = "Sending";
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
    if (answer?.ok) {
      history.replaceState(null, "", `${location.pathname}#pictures`);
      return location.reload();
    }
    button.disabled = false;
    state.textContent = (await answer?.json().catch(() => null))?.title ?? "The store is out of reach. Nothing was added; try again.";
  }

  private async copies(file: File): Promise<{ width: number; blob: Blob }[]> {
    const picture = await createImageBitmap(file);
    const copies = [];
    for (const width of this.getAttribute("widths")!.split(" ").map(Number)) {
      if (width > picture.width) continue;
      const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((picture.height * width) / picture.width)));
      const pen = canvas.getContext("2d")!;
      pen.imageSmoothingQuality = "high";
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
      if (blob.type === "image/webp") copies.push({ width, blob });
    }
    picture.close();
    return copies;
  }
}

customElements.define("picture-drop", PictureDrop);
