// Following from the page, for those whom Telegram vouches for; everybody else is shown the way to the bot.
import { say, language } from './said.js';
import { me } from './server.js';
import { initData } from './telegram.js';

const KNOWN_ERRORS = ['stale', 'forged', 'often'];
let followed = null; // topics, null while nobody is known

export async function meet() {
  if (!initData) return;
  try { hear(await me('subscriptions')); } catch (error) {
    tellAt(document.getElementById('eu'), wordsFor(error));
    return;
  }
}

export function present(button, topic) {
  button.dataset.topic = topic;
  draw(button);
}

export function listen() {
  for (const button of document.querySelectorAll('.follow')) button.addEventListener('click', () => change(button));
}

function hear({ topics, language: spoken }) {
  followed = new Set(topics);
  for (const button of document.querySelectorAll('.follow')) draw(button);
  const isChosen = new URLSearchParams(location.search).has('lang');
  if (spoken && spoken !== language && !isChosen) location.replace(`/?lang=${spoken}${location.hash}`);
}

function draw(button) {
  button.hidden = !followed || !button.dataset.topic;
  if (button.hidden) return;
  const isOn = followed.has(button.dataset.topic);
  button.setAttribute('aria-pressed', String(isOn));
  const follow = button.dataset.topic === 'eu' ? 'page-follow-talks' : 'button-follow';
  button.textContent = say(isOn ? 'button-unfollow' : follow);
}

async function change(button) {
  if (button.getAttribute('aria-disabled') === 'true') return; // a double tap
  const { topic } = button.dataset;
  const isOn = followed.has(topic);
  button.setAttribute('aria-disabled', 'true');
  try {
    const now = await me(isOn ? 'unfollow' : 'follow', { topic });
    hear(now);
    const words = isOn ? 'page-unfollowed' : now.reachable ? 'page-followed' : 'page-unreachable';
    tellAt(button.closest('dialog, section'), say(words));
  } catch (error) {
    tellAt(button.closest('dialog, section'), wordsFor(error));
  }
  button.removeAttribute('aria-disabled');
}

const wordsFor = (error) => say(`page-error-${KNOWN_ERRORS.includes(error.message) ? error.message : 'network'}`);

function tellAt(part, words) { part.querySelector('.message').textContent = words; }
