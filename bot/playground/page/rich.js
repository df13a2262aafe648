// Text with entities (offsets in UTF-16 units, as JavaScript counts) → nodes.
import { copyText, el, openLink, safeLink } from './dom.js';
import { say } from './texts.js';

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
const INLINE = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' };

export function rich(text, entities = [], act = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, sorted, 0, text.length, act);
}

function nodes(text, entities, start, end, act) {
  const made = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const stop = Math.min(first.offset + first.length, end);
    if (first.offset > at) made.push(between(text.slice(at, first.offset), made.at(-1), BLOCKS.has(first.type)));
    const inside = others.filter((entity) => entity.offset < stop);
    made.push(wrap(first, text.slice(first.offset, stop), nodes(text, inside, first.offset, stop, act), act));
    at = stop;
    rest = others.filter((entity) => entity.offset >= stop);
  }
  if (at < end) made.push(between(text.slice(at, end), made.at(-1), false));
  return made;
}

// A quote or a block of code ends its line by itself: the line feed beside it is not shown, as in Telegram.
function between(text, previous, beforeBlock) {
  const afterBlock = previous instanceof Element && previous.matches('blockquote, .pre');
  const start = afterBlock && text.startsWith('\n') ? 1 : 0;
  const end = beforeBlock && text.endsWith('\n') && text.length > start ? -1 : undefined;
  return text.slice(start, end);
}

function wrap(entity, raw, children, act) {
  if (INLINE[entity.type]) return el(INLINE[entity.type], {}, children);
  switch (entity.type) {
    case 'text_link': return link(entity.url, children, act);
    case 'url': return link(/^[a-z]+:\/\//i.test(raw) ? raw : `https://${raw}`, children, act);
    case 'email': return el('a', { href: `mailto:${raw}` }, children);
    case 'bot_command': return el('button', { type: 'button', class: 'inline-link', onclick: () => act.command?.(raw) }, children);
    case 'mention': case 'hashtag': case 'text_mention': return el('span', { class: 'mention' }, children);
    case 'code': return code(raw);
    case 'pre': return pre(raw, entity.language);
    case 'blockquote': return el('blockquote', {}, children);
    case 'expandable_blockquote': return expandable(children);
    case 'spoiler': return spoiler(children);
    default: return el('span', {}, children);
  }
}

function link(url, children, act) {
  if (!safeLink(url)) return el('span', {}, children);
  const open = (event) => {
    event.preventDefault();
    if (!act.deepLink?.(url)) openLink(url);
  };
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: url, onclick: open }, children);
}

function code(raw) {
  const copy = () => copyText(raw);
  return el('code', { title: say('copy'), role: 'button', tabIndex: 0, onclick: copy, onkeydown: (event) => event.key === 'Enter' && copy() }, raw);
}

function pre(raw, language) {
  const copy = el('button', { type: 'button', class: 'pre-copy', onclick: () => copyText(raw) }, language || say('copy'));
  return el('div', { class: 'pre' }, copy, el('pre', {}, raw));
}

function expandable(children) {
  const text = el('div', { class: 'folded-text' }, children);
  const toggle = el('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, say('expand'));
  const quote = el('blockquote', { class: 'folded' }, text, toggle);
  toggle.addEventListener('click', () => {
    const folded = quote.classList.toggle('folded');
    toggle.textContent = say(folded ? 'expand' : 'collapse');
    toggle.setAttribute('aria-expanded', String(!folded));
  });
  requestAnimationFrame(() => { toggle.hidden = text.scrollHeight <= text.clientHeight + 2; });
  return quote;
}

function spoiler(children) {
  const inside = el('span', { class: 'spoiler-text', 'aria-hidden': 'true' }, children);
  const cover = el('span', { class: 'spoiler', role: 'button', tabIndex: 0, 'aria-label': say('spoiler') }, inside);
  const open = (event) => {
    if (cover.classList.contains('open') || (event.key && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    cover.classList.add('open');
    cover.removeAttribute('role');
    cover.removeAttribute('aria-label');
    inside.removeAttribute('aria-hidden');
  };
  cover.addEventListener('click', open);
  cover.addEventListener('keydown', open);
  return cover;
}

export function bigEmoji(text) {
  if (!text || text.length > 24) return 0;
  const parts = [...new Intl.Segmenter('ru', { granularity: 'grapheme' }).segment(text)].map((part) => part.segment);
  const all = parts.every((part) => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(part));
  return all && parts.length <= 3 ? parts.length : 0;
}
