// Runs before the first paint, so that a chosen theme never flashes in late.
try {
  const chosen = localStorage.getItem("petinsure360.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be closed to us; the system's theme is right then.
}
