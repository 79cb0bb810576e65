// Runs before the first paint: the choice of an earlier visit, or nothing and the system decides.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off: the system decides.
}
