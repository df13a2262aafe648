// Photos, albums, documents and other things in a bubble that are not text.
import { el, icon, openLink } from './dom.js';
import { say, size } from './texts.js';

const at = (fileId) => `file/${encodeURIComponent(fileId)}`;

export function media(messages, act) {
  const [first] = messages;
  if (first.photo || first.video || (messages.length > 1 && !first.document)) return album(messages, act);
  if (first.animation) return box('film', film(first.animation, true));
  if (first.document) return box('files', ...messages.map((message) => file(message.document)));
  if (first.audio) return box('files', ...messages.map((message) => sound(message.audio, message.audio.title)));
  if (first.voice) return box('files', sound(first.voice, say('voice')));
  if (first.video_note) return box('film round', film(first.video_note, false));
  if (first.sticker) return sticker(first.sticker);
  if (first.venue) return place(first.venue.location, first.venue.title, first.venue.address);
  if (first.location) return place(first.location);
  if (first.contact) return contact(first.contact);
  return null;
}

function box(kind, ...children) {
  return el('div', { class: `media ${kind}`, data: { kind: kind.split(' ')[0] } }, children);
}

function album(messages, act) {
  const many = Math.min(messages.length, 10);
  const cells = messages.map((message) => {
    if (message.video) return film(message.video, false);
    const best = message.photo.at(-1);
    const image = el('img', { src: at(best.file_id), width: best.width, height: best.height, loading: 'lazy',
      alt: message.caption ?? say('photo') });
    image.addEventListener('load', act.settled);
    const cover = message.has_media_spoiler ? ' covered' : '';
    const open = (event) => {
      if (event.currentTarget.classList.contains('covered')) event.currentTarget.classList.remove('covered');
      else act.enlarge(at(best.file_id), message.caption ?? '');
    };
    return el('button', { type: 'button', class: `cell${cover}`, 'aria-label': say('photo'), onclick: open }, image);
  });
  return box(`album of-${many}`, ...cells);
}

function film(part, loops) {
  return el('video', { src: at(part.file_id), controls: !loops, loop: loops, muted: loops, autoplay: loops,
    playsInline: true, class: 'cell' });
}

function file(part) {
  const suffix = (part.file_name ?? '').split('.').pop().slice(0, 4);
  return el('a', { class: 'file', href: at(part.file_id), download: part.file_name ?? '' },
    el('span', { class: 'file-icon', 'aria-hidden': 'true' }, suffix || icon('file')),
    el('span', { class: 'file-about' },
      el('b', {}, part.file_name ?? say('file')),
      el('small', {}, `${size(part.file_size)} · ${say('download')}`)));
}

function sound(part, title) {
  return el('div', { class: 'sound' }, el('b', {}, title ?? say('audio')),
    el('audio', { src: at(part.file_id), controls: true, preload: 'none' }));
}

function sticker(part) {
  if (part.emoji) return box('sticker', el('span', { class: 'sticker-emoji' }, part.emoji));
  return box('sticker', el('img', { src: at(part.file_id), alt: say('sticker') }));
}

function place(location, title, address) {
  const { latitude, longitude } = location;
  const point = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=14/${latitude}/${longitude}`;
  return box('place',
    el('button', { type: 'button', class: 'map', 'aria-label': say('openMap'), onclick: () => openLink(url) }, icon('place')),
    el('div', { class: 'place-about' }, el('b', {}, title ?? say('location')), el('small', {}, address ?? point)));
}

function contact(part) {
  return box('contact', el('span', { class: 'file-icon' }, icon('person')),
    el('span', { class: 'file-about' }, el('b', {}, part.first_name), el('small', {}, part.phone_number)));
}
