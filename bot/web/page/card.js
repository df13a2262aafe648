// The card of a destination: the same words as in the chat, in a sheet that takes and gives back the focus.
import { say } from './said.js';
import { card } from './server.js';

const sheet = document.getElementById('card');
const body = document.getElementById('card-body');
const title = document.getElementById('card-title');
let asked = null;

export const isOpen = () => sheet.open;
export const onClose = (listener) => sheet.addEventListener('close', listener);
export const close = () => sheet.open && sheet.close();

document.getElementById('card-close').addEventListener('click', close);
sheet.addEventListener('click', (event) => event.target === sheet && close());

export async function open(iso2, name) {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  title.textContent = name;
  sheet.querySelector('.message').textContent = '';
  body.replaceChildren(paragraph(say('page-loading')));
  body.setAttribute('aria-busy', 'true');
  if (!sheet.open) sheet.showModal();
  sheet.scrollTop = 0;
  title.focus();
  try {
    const told = await card(iso2, signal);
    title.replaceChildren(...readable(told.headline));
    body.replaceChildren(...told.html.split(/\n+/).map((line) => paragraph(...readable(line))));
  } catch (error) {
    if (error.name === 'AbortError') return;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'plain';
    again.textContent = say('page-retry');
    again.addEventListener('click', () => open(iso2, name));
    body.replaceChildren(paragraph(say(`page-error-${error.message === 'often' ? 'often' : 'network'}`)), again);
  }
  body.removeAttribute('aria-busy');
}

function paragraph(...children) {
  const node = document.createElement('p');
  node.append(...children);
  return node;
}

// Of the chat's markup bold, small and links are kept; everything else is text.
function readable(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map(copied);
}

function copied(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return document.createTextNode(node.textContent);
  const name = node.localName;
  const isLink = name === 'a' && /^https?:/.test(node.getAttribute('href') ?? '');
  const copy = document.createElement(isLink || name === 'b' || name === 'i' ? name : 'span');
  if (isLink) Object.assign(copy, { href: node.getAttribute('href'), target: '_blank', rel: 'noopener' });
  copy.append(...[...node.childNodes].map(copied));
  return copy;
}
