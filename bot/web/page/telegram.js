// Telegram around the page: launch parameters, theme, the back button. The few documented events are spoken here directly
// (core.telegram.org/api/web-events), so that no other site's script runs in the page.
const launch = readLaunch();

export const initData = launch.get('tgWebAppData') ?? '';
export const startParam = new URLSearchParams(initData).get('start_param') ?? launch.get('tgWebAppStartParam') ?? '';
export const isInside = launch.has('tgWebAppPlatform') || launch.has('tgWebAppData');

const listeners = {};

export function on(event, listener) { listeners[event] = listener; }

export function tell(event, details = {}) {
  if (!isInside) return;
  const packed = JSON.stringify(details);
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(event, packed);
  else if (window.external && 'notify' in window.external) window.external.notify(JSON.stringify({ eventType: event, eventData: details }));
  else if (parent !== window) parent.postMessage(JSON.stringify({ eventType: event, eventData: details }), '*');
}

export function enter() {
  if (!isInside) return;
  const receive = (event, details) => (event === 'theme_changed' ? dress(details?.theme_params) : listeners[event]?.(details));
  window.Telegram = { WebView: { receiveEvent: receive } };
  window.TelegramGameProxy = { receiveEvent: receive };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || parent === window || typeof data !== 'string') return;
    try {
      const { eventType, eventData } = JSON.parse(data);
      receive(eventType, eventData);
    } catch { /* not Telegram's */ }
  });
  try { dress(JSON.parse(launch.get('tgWebAppThemeParams') ?? 'null')); } catch { /* no theme */ }
  tell('iframe_ready', {});
  tell('web_app_ready');
  tell('web_app_expand');
}

// The launch parameters stand in the fragment once; a reload or another language finds them in the session.
function readLaunch() {
  const given = location.hash.slice(1);
  let kept = '';
  try {
    if (given.includes('tgWebApp')) sessionStorage.setItem('launch', given);
    kept = sessionStorage.getItem('launch') ?? '';
  } catch { /* a browser that keeps nothing */ }
  if (given.includes('tgWebApp')) history.replaceState(null, '', location.pathname + location.search);
  return new URLSearchParams(given.includes('tgWebApp') ? given : kept);
}

// Telegram's grounds are taken, and of its other colours those that can be read on them; else ours stay.
function dress(theme) {
  if (!isColour(theme?.bg_color)) return;
  const root = document.documentElement;
  for (const name of ['--surface', '--page', '--ink', '--faint', '--accent', '--on-accent']) root.style.removeProperty(name);
  root.dataset.theme = brightness(theme.bg_color) < 0.2 ? 'dark' : 'light';
  const ours = getComputedStyle(root);
  const grounds = [theme.bg_color, theme.secondary_bg_color ?? theme.bg_color];
  const readable = (colour) => isColour(colour) && grounds.every((ground) => isColour(ground) && contrast(colour, ground) >= 4.5);
  const given = { '--ink': theme.text_color, '--faint': theme.hint_color, '--accent': theme.link_color };
  const chosen = Object.entries(given).map(([name, colour]) => [name, [colour, ours.getPropertyValue(name).trim()].find(readable)]);
  if (chosen.some(([, colour]) => !colour)) return;
  const taken = [['--surface', grounds[0]], ['--page', grounds[1]], ...chosen, ['--on-accent', grounds[0]]];
  for (const [name, colour] of taken) root.style.setProperty(name, colour);
}

const isColour = (text) => /^#[0-9a-f]{6}$/i.test(text ?? '');

function brightness(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
