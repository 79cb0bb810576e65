import { bytes, ids, options, worded, written } from "./passkey";

/** Makes a passkey on this device and sends its public half with the form. */
class PasskeyMake extends HTMLElement {
  connectedCallback(): void {
    if (!("PublicKeyCredential" in window)) return;
    this.hidden = false;
    this.querySelector("button")!.addEventListener("click", () => void this.make());
  }

  private async make(): Promise<void> {
    try {
      const form = this.closest("form")!;
      const answer = await options(form, this.getAttribute("options")!);
      if (answer.status === 403) return location.assign(this.getAttribute("confirm")!);
      if (!answer.ok) throw new Error();
      const asked = await answer.json();
      const credential = await navigator.credentials.create({
        publicKey: {
          ...asked,
          challenge: bytes(asked.challenge),
          user: { ...asked.user, id: bytes(asked.user.id) },
          excludeCredentials: ids(asked.excludeCredentials),
        },
      });
      if (credential) this.send(form, credential as PublicKeyCredential);
    } catch (error) {
      this.querySelector(".passkey-word")!.textContent = worded(error);
    }
  }

  private send(form: HTMLFormElement, credential: PublicKeyCredential): void {
    const { attestationObject, clientDataJSON, getTransports } = credential.response as AuthenticatorAttestationResponse;
    const transports = getTransports?.call(credential.response) ?? [];
    this.querySelector<HTMLInputElement>("input[name=credential]")!.value = written(credential, { attestationObject, clientDataJSON, transports });
    form.submit();
  }
}

customElements.define("passkey-make", PasskeyMake);
