// The answer is sent behind the reader's back, so that they stay where they are. Without an answer from the store the page of choices opens.
document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (!form.matches(".consent-bar")) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter as HTMLButtonElement);
  void fetch(form.action, { method: "POST", body: new URLSearchParams([...data].map(([name, value]) => [name, String(value)])), redirect: "manual" })
    .then(answer => {
      if (answer.type !== "opaqueredirect") throw new Error(answer.statusText);
      delete document.documentElement.dataset.ask;
    })
    .catch(() => location.assign(form.action));
});
