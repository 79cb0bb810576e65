// What the two passkey islands share: bytes in JSON (base64url), the question to the server, and sending the form on.
type Json = Record<string, unknown>;

export function bytes(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, c => c.charCodeAt(0)).buffer;
}

export function text(value: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(value))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function ids(list: { id: string }[] | undefined): PublicKeyCredentialDescriptor[] {
  return (list ?? []).map(entry => ({ ...entry, type: "public-key", id: bytes(entry.id) }));
}

/** Asks the server for options, with the form's own token. */
export async function options(form: HTMLFormElement, url: string): Promise<Response> {
  const token = form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")!.value;
  return fetch(url, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams({ __RequestVerificationToken: token }) });
}

/** The answer as JSON (WebAuthn level 3, §5.1), byte fields of its response that are there. */
export function written(credential: PublicKeyCredential, fields: Json): string {
  const response: Json = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    response[name] = value instanceof ArrayBuffer ? text(value) : value;
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

/** Whoever closes the browser's question knows why nothing happened; everything else is said. */
export function worded(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "AbortError") return "";
  if (name === "NotAllowedError") return "No passkey was used. Try again, or take another way.";
  if (name === "InvalidStateError") return "This device holds a passkey for your account already.";
  if (name === "SecurityError") return "Passkeys work only under the store’s own address, over https.";
  return "That did not work. Try again, or take another way.";
}
