// A second click on a form under way does nothing. Coming back by the history finds the form ready again.
const forms = "form[data-submit-once]";

document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (!form.matches(forms)) return;
  if (form.ariaBusy === "true") return event.preventDefault();

  form.ariaBusy = "true";
  if (event.submitter?.matches(".button")) event.submitter.ariaBusy = "true";
  // After the event, because a disabled button would not be submitted with its name and value.
  setTimeout(() => setDisabled(form, true));
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll<HTMLFormElement>(`${forms}[aria-busy]`)) {
    form.ariaBusy = null;
    for (const button of form.querySelectorAll("button[aria-busy]")) button.ariaBusy = null;
    setDisabled(form, false);
  }
});

function setDisabled(form: HTMLFormElement, disabled: boolean): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button:not([type=button])")) button.disabled = disabled;
}
