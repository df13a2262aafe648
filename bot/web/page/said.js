// What the page says, in its language: the server's own texts, handed over in the page.
const said = JSON.parse(document.getElementById('said').textContent);

export const language = document.documentElement.lang;

export function say(key, given = {}) {
  return Object.entries(given).reduce((text, [name, value]) => text.replace(`{${name}}`, value), said[key] ?? key);
}
