// Inline keyboards under messages and reply keyboards under the text field.
import { copyText, el, icon, openLink } from './dom.js';
import { say } from './texts.js';

const SIGNS = { url: 'link', web_app: 'web', copy_text: 'copy', switch_inline_query: 'reply',
  switch_inline_query_current_chat: 'reply', switch_inline_query_chosen_chat: 'reply', login_url: 'link' };

export function inlineKeyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el('div', { class: 'inline-keyboard' }, rows.map((row) => el('div', { class: 'buttons' },
    row.map((button) => inlineButton(button, message, act)))));
}

function inlineButton(button, message, act) {
  const kind = Object.keys(SIGNS).find((name) => button[name] !== undefined);
  const node = el('button', { type: 'button', class: `button ${button.style ?? ''}`, title: button.url ?? '' },
    el('span', {}, button.text), kind && icon(SIGNS[kind]));
  node.addEventListener('click', () => press(button, kind, message, node, act));
  return node;
}

function press(button, kind, message, node, act) {
  switch (kind) {
    case undefined: act.tap(message, button.callback_data, node); break;
    case 'url': if (!act.deepLink(button.url)) openLink(button.url); break;
    case 'login_url': openLink(button.login_url.url); break;
    case 'web_app': act.webApp(button.web_app.url); break;
    case 'copy_text': copyText(button.copy_text.text).then((done) => done && act.toast(say('copied'))); break;
    default: act.inlineMode(typeof button[kind] === 'string' ? button[kind] : button[kind].query ?? '');
  }
}

export function replyKeyboard(keyboard, act) {
  if (!keyboard?.keyboard) return null;
  const fixed = keyboard.resize_keyboard ? '' : ' tall';
  return el('div', { class: `reply-keyboard${fixed}`, role: 'group', 'aria-label': say('keyboard') },
    keyboard.keyboard.map((row) => el('div', { class: 'buttons' }, row.map((button) =>
      el('button', { type: 'button', class: 'button', onclick: () => act.pressReply(button) },
        button.request_location && icon('place'), button.request_contact && icon('person'),
        el('span', {}, button.text))))));
}
