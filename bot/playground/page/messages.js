// One message, or one album, as an article of the log.
import { el, icon, iconButton } from './dom.js';
import { inlineKeyboard } from './keyboards.js';
import { media } from './media.js';
import { bigEmoji, rich } from './rich.js';
import { clock, say } from './texts.js';

export const keyOf = (message) => message.media_group_id ?? String(message.message_id);

// entries: the messages of an album in order, or a single one. act: what can be done from inside a message.
export function article(entries, act) {
  const { message, mine, silent } = entries[0];
  const captioned = entries.find((entry) => entry.message.caption)?.message ?? message;
  const text = captioned.text ?? captioned.caption ?? '';
  const entities = captioned.entities ?? captioned.caption_entities ?? [];
  const shown = media(entries.map((entry) => entry.message), act);
  const emoji = message.sticker ? 0 : shown ? 0 : bigEmoji(message.text);
  const details = meta(captioned, mine, silent);
  const parts = [
    message.forward_origin && origin(message.forward_origin),
    message.via_bot && el('div', { class: 'via' }, `${say('via')} @${message.via_bot.username}`),
    message.reply_to_message && quote(message.reply_to_message, act),
    captioned.show_caption_above_media && caption(text, entities, details, act),
    shown,
    text && !captioned.show_caption_above_media && caption(text, entities, details, act),
  ];
  const kinds = [
    'bubble', shown && `with-media ${shown.dataset.kind}`, shown && !text && 'bare', emoji && `emoji-${emoji}`,
  ].filter(Boolean).join(' ');
  const bubble = el('div', { class: kinds }, parts, details, actions(entries, act));
  return el('article', { class: `row ${mine ? 'in' : 'out'}`, data: { key: keyOf(message), id: message.message_id } },
    bubble, mine || message.via_bot ? inlineKeyboard(message, act) : null, reactions(message));
}

function caption(text, entities, details, act) {
  const space = details.cloneNode(true);
  space.className = 'meta-space';
  space.setAttribute('aria-hidden', 'true');
  return el('div', { class: 'text', dir: 'auto' }, rich(text, entities, act), space);
}

function meta(message, mine, silent) {
  return el('span', { class: 'meta' },
    silent && mine && el('span', { class: 'silent', title: say('silent') }, icon('bell')),
    message.edit_date && el('span', { class: 'edited' }, say('edited')),
    el('time', { dateTime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
    !mine && el('span', { class: 'ticks', 'aria-hidden': 'true' }, '✓✓'));
}

function origin(from) {
  const name = from.sender_user?.first_name ?? from.chat?.title ?? from.sender_user_name ?? '';
  return el('div', { class: 'forwarded' }, `${say('forwarded')} `, el('b', {}, name));
}

function quote(target, act) {
  const name = target.from?.is_bot ? act.botName() : target.from?.first_name ?? '';
  const jump = () => act.jump(target.message_id);
  return el('button', { type: 'button', class: 'quote', onclick: jump }, el('b', {}, name), el('span', {}, brief(target)));
}

function reactions(message) {
  if (!message.reaction?.length) return null;
  return el('div', { class: 'reactions' }, message.reaction.map((one) => el('span', {}, one.emoji ?? '⭐')));
}

function actions(entries, act) {
  const open = (event) => act.menu(entries[0], event.currentTarget);
  return iconButton('down', say('more'), open, { class: 'bubble-more', 'aria-haspopup': 'menu' });
}

// The message in one line: for lists, quotes and notices.
export function brief(message) {
  if (!message) return '';
  const text = message.text ?? message.caption;
  if (text) return text.replace(/\s+/g, ' ').slice(0, 120);
  if (message.sticker) return `${message.sticker.emoji ?? ''} ${say('sticker')}`.trim();
  if (message.photo) return message.media_group_id ? say('album') : say('photo');
  if (message.document) return message.document.file_name ?? say('file');
  const kind = ['video', 'voice', 'audio', 'location', 'contact'].find((name) => message[name]);
  return kind ? say(kind) : '';
}
