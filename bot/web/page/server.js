// Questions to the server. Whatever goes wrong has a name that the page can put into words.
import { language } from './said.js';
import { initData } from './telegram.js';

export class Refusal extends Error {}

async function read(address, options) {
  let answer;
  try { answer = await fetch(address, options); } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal('network');
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(told.error ?? 'network');
  return told;
}

export const worldMap = (address) => read(address);
export const card = (iso2, signal) => read(`/api/card/${iso2}?lang=${language}`, { signal });
export const search = (text, signal) => read(`/api/search?lang=${language}&q=${encodeURIComponent(text)}`, { signal });

export const me = (act, details) => read(`/api/me/${act}`, {
  method: 'POST', headers: { Authorization: `tma ${initData}`, 'Content-Type': 'application/json' },
  body: JSON.stringify(details ?? {}),
});
