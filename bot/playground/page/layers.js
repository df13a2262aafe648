// What lies over the chat: menus, alerts, pictures, web apps, toasts.
import { el, icon, iconButton } from './dom.js';
import { say } from './texts.js';

const layer = () => document.getElementById('layer');

export function toast(text, onclick) {
  const node = el(onclick ? 'button' : 'div', { class: 'toast', ...(onclick ? { type: 'button', onclick: () => { node.remove(); onclick(); } } : {}) }, text);
  const shelf = document.getElementById('toasts');
  shelf.append(node);
  while (shelf.children.length > 3) shelf.firstChild.remove();
  setTimeout(() => node.classList.add('leaving'), 3200);
  setTimeout(() => node.remove(), 3600);
  return node;
}

function dialog(kind, ...children) {
  const node = el('dialog', { class: kind }, children);
  node.addEventListener('close', () => node.remove());
  node.addEventListener('click', (event) => event.target === node && node.close());
  layer().append(node);
  node.showModal();
  return node;
}

export function alertBox(title, text) {
  const node = dialog('alert', el('h2', {}, title), el('p', {}, text),
    el('div', { class: 'alert-actions' }, el('button', { type: 'button', onclick: () => node.close() }, say('ok'))));
  return node;
}

export function enlarge(url, caption) {
  const node = dialog('lightbox', el('img', { src: url, alt: caption || say('photo') }), caption && el('p', {}, caption),
    iconButton('close', say('close'), () => node.close(), { class: 'lightbox-close' }));
}

export function webApp(url, title) {
  const node = dialog('web-app',
    el('header', {}, iconButton('close', say('close'), () => node.close()), el('b', {}, title)),
    el('iframe', { src: url, title, allow: 'clipboard-write' }));
  const listen = (event) => {
    const told = typeof event.data === 'string' && event.data.includes('web_app_close');
    if (told) node.close();
  };
  addEventListener('message', listen);
  node.addEventListener('close', () => removeEventListener('message', listen));
}

// items: {icon, label, detail?, checked?, run}. The menu opens beside the button and gives the focus back.
export function popup(anchor, items) {
  const close = () => { menu.remove(); removeEventListener('pointerdown', outside, true); };
  const outside = (event) => { if (!menu.contains(event.target)) close(); };
  const menu = el('div', { class: 'popup', role: 'menu' }, items.map((item) => el('button', {
    type: 'button', role: 'menuitem', onclick: () => { close(); anchor.focus(); item.run(); },
  }, icon(item.icon), el('span', {}, item.label), item.detail && el('small', {}, item.detail))));
  menu.addEventListener('keydown', (event) => {
    const all = [...menu.children];
    const at = all.indexOf(document.activeElement);
    if (event.key === 'Escape') { close(); anchor.focus(); }
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length].focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length].focus();
    else if (event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  layer().append(menu);
  place(menu, anchor);
  menu.firstChild?.focus();
  addEventListener('pointerdown', outside, true);
}

function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.max(8, Math.min(box.right - width, innerWidth - width - 8));
  const below = box.bottom + 4 + height < innerHeight;
  menu.style.left = `${box.left < innerWidth / 2 ? Math.max(8, Math.min(box.left, innerWidth - width - 8)) : left}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
}
