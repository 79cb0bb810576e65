import { bytes, ids, options, worded, written } from "./passkey";

/** Asks for a passkey, at the click or among what the browser offers for a field, and sends the form with the answer. */
class PasskeyAsk extends HTMLElement {
  private running: AbortController | null = null;

  connectedCallback(): void {
    if (!("PublicKeyCredential" in window)) return;
    this.hidden = false;
    this.querySelector("button")!.addEventListener("click", () => void this.ask("optional"));
    if (this.hasAttribute("autofill")) void this.offer();
  }

  private async offer(): Promise<void> {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) await this.ask("conditional");
  }

  private async ask(mediation: CredentialMediationRequirement): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    try {
      const form = this.closest("form")!;
      const answer = await options(form, this.getAttribute("options")!);
      if (!answer.ok) throw new Error();
      const asked = await answer.json();
      if (running.signal.aborted) return;
      const credential = await navigator.credentials.get({
        mediation,
        signal: running.signal,
        publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: ids(asked.allowCredentials) },
      });
      if (credential) this.send(form, credential as PublicKeyCredential);
    } catch (error) {
      // The quiet offer stays quiet: nobody asked for it.
      if (mediation !== "conditional") this.querySelector(".passkey-word")!.textContent = worded(error);
    }
  }

  private send(form: HTMLFormElement, credential: PublicKeyCredential): void {
    const { authenticatorData, clientDataJSON, signature, userHandle } = credential.response as AuthenticatorAssertionResponse;
    this.querySelector<HTMLInputElement>("input[name=credential]")!.value = written(credential, { authenticatorData, clientDataJSON, signature, userHandle });
    const action = this.querySelector("button")!.dataset.action;
    if (action) form.action = action;
    form.submit();
  }
}

customElements.define("passkey-ask", PasskeyAsk);
