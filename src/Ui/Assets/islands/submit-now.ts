/** Sends a form that only waits for a script to do so: a link that was opened in the browser that asked for it. */
document.querySelector<HTMLFormElement>("form[data-submit-now]")?.requestSubmit();

export {};
