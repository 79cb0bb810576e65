// Runs before the first paint: the choice of an earlier visit, or nothing and the system decides; and the word that scripts run here,
// so that what needs one is shown or left out at once.
document.documentElement.dataset.scripts = "";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off: the system decides.
}
