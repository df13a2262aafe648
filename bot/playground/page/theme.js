// Light, dark or as the system has it; remembered in this browser.
const ORDER = ['auto', 'light', 'dark'];

export function theme() {
  const kept = localStorage.getItem('theme');
  return ORDER.includes(kept) ? kept : 'auto';
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
}

export function nextTheme() {
  localStorage.setItem('theme', ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length]);
  applyTheme();
}
