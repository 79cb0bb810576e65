// Runs before the first paint: the choice of an earlier visit, or nothing and the system decides; and the word that scripts run here,
// so that what needs one is shown or left out at once.
document.documentElement.dataset.scripts = "";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off: the system decides.
}

// Who has not chosen yet is asked, unless their browser has said no for them (Global Privacy Control).
const policy = document.querySelector<HTMLMetaElement>("meta[name=consent]")?.content;
const refuses = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
if (policy && !refuses && !document.cookie.split("; ").some(cookie => cookie.startsWith(`consent=${policy}.`))) document.documentElement.dataset.ask = "";
