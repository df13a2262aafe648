// The world: shapes and dots, zoomed by buttons, wheel and two fingers. Who can't see or point has the list.
import { say } from './said.js';
import { worldMap } from './server.js';

const SVG = 'http://www.w3.org/2000/svg';
const GREATEST_ZOOM = 8;
const REACH = 16; // pixels around a dot that still mean it
const LINES = { visa_on_arrival: 'M0 5h6', evisa: 'M-1 1l2-2M-1 7l8-8M5 7l2-2', eta: 'M5 0v6', not_admitted: 'M0 0l6 6M6 0l-6 6' };

const make = (name, attributes, ...children) => {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

export class WorldMap {
  constructor(frame, places, onChoose) {
    this.frame = frame;
    this.places = places; // code → {name, regime}
    this.onChoose = onChoose;
    this.marks = new Map();
  }

  async draw() {
    const canvas = this.frame.querySelector('#canvas');
    const world = await worldMap(document.body.dataset.map);
    [, , this.width, this.height] = world.viewBox;
    this.view = { x: 0, y: 0, zoom: 1 };
    this.svg = make('svg', { viewBox: world.viewBox.join(' '), role: 'img', 'aria-label': canvas.dataset.label }, this.patterns());
    this.svg.append(make('path', { d: world.others, class: 'land' }));
    for (const [code, d] of Object.entries(world.shapes)) this.add(code, d, code === world.home);
    this.dots = world.dots;
    for (const [code, [x, y]] of Object.entries(world.dots)) {
      this.svg.append(make('path', { d: `M${x} ${y}h0`, class: 'rim' }));
      this.add(code, `M${x} ${y}h0`, false, 'dot ');
    }
    canvas.replaceChildren(this.svg);
    this.frame.hidden = false;
    this.listen();
    this.look();
  }

  add(code, d, isHome, kind = '') {
    const place = this.places.get(code);
    const title = make('title', {});
    title.textContent = isHome ? say('page-home') : place?.name ?? '';
    const looks = isHome ? 'home' : `${kind}place ${place?.regime ?? 'land'}`;
    const mark = make('path', { d, class: looks, 'data-code': isHome ? '' : code }, title);
    if (!isHome && place) this.marks.set(code, mark);
    this.svg.append(mark);
  }

  patterns() {
    const defs = make('defs', {});
    this.tiles = Object.entries(LINES).map(([id, d]) => {
      const tile = make('pattern', { id, patternUnits: 'userSpaceOnUse' },
        make('g', {}, make('rect', { width: 6, height: 6, class: 'ground' }), make('path', { d, class: 'line' })));
      tile.style.setProperty('--tone', `var(--${id})`);
      defs.append(tile);
      return tile;
    });
    return defs;
  }

  // Shows which places meet the wishes; the others stand back.
  show(isShown) {
    for (const [code, mark] of this.marks) mark.classList.toggle('off', !isShown(code));
  }

  zoomBy(factor, at = { x: this.view.x + this.width / this.view.zoom / 2, y: this.view.y + this.height / this.view.zoom / 2 }) {
    const zoom = Math.min(GREATEST_ZOOM, Math.max(1, this.view.zoom * factor));
    const kept = this.view.zoom / zoom;
    this.view = { x: at.x - (at.x - this.view.x) * kept, y: at.y - (at.y - this.view.y) * kept, zoom };
    this.look();
  }

  showAll() {
    this.view = { x: 0, y: 0, zoom: 1 };
    this.look();
  }

  look() {
    const { zoom } = this.view;
    const [wide, high] = [this.width / zoom, this.height / zoom];
    this.view.x = Math.min(this.width - wide, Math.max(0, this.view.x));
    this.view.y = Math.min(this.height - high, Math.max(0, this.view.y));
    this.svg.setAttribute('viewBox', `${this.view.x} ${this.view.y} ${wide} ${high}`);
    this.svg.classList.toggle('near', zoom > 1);
    const unit = wide / (this.svg.clientWidth || 360);
    for (const tile of this.tiles) { // not by patternTransform: browsers draw the tile small and blow it up
      for (const side of ['width', 'height']) tile.setAttribute(side, 6 * unit);
      tile.firstChild.setAttribute('transform', `scale(${unit})`);
    }
    this.unit = unit;
    this.frame.querySelector('#zoom-in').disabled = zoom >= GREATEST_ZOOM;
    for (const id of ['zoom-out', 'zoom-all']) this.frame.querySelector(`#${id}`).disabled = zoom <= 1;
  }

  at({ clientX, clientY }) {
    const box = this.svg.getBoundingClientRect();
    return { x: this.view.x + (clientX - box.left) * this.unit, y: this.view.y + (clientY - box.top) * this.unit };
  }

  // The nearest dot within reach of a finger, else the shape under it.
  choose(event, reach) {
    const { x, y } = this.at(event);
    const near = Object.entries(this.dots)
      .map(([code, dot]) => [Math.hypot(dot[0] - x, dot[1] - y) / this.unit, code])
      .filter(([pixels]) => pixels <= reach).sort((a, b) => a[0] - b[0]);
    const code = near[0]?.[1] ?? document.elementFromPoint(event.clientX, event.clientY)?.dataset?.code;
    if (code && this.marks.has(code)) this.onChoose(code);
  }

  listen() {
    const fingers = new Map();
    let moved = 0;
    let isMouse = false;
    this.svg.addEventListener('pointerdown', (event) => {
      if (!fingers.size) moved = 0;
      isMouse = event.pointerType === 'mouse';
      fingers.set(event.pointerId, event);
    });
    this.svg.addEventListener('pointermove', (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
      if (moved > 6 && !this.svg.hasPointerCapture(event.pointerId)) this.svg.setPointerCapture(event.pointerId);
      const other = [...fingers.values()].find((one) => one.pointerId !== event.pointerId);
      if (other) this.pinch(before, event, other);
      else {
        this.view.x -= (event.clientX - before.clientX) * this.unit;
        this.view.y -= (event.clientY - before.clientY) * this.unit;
        this.look();
      }
      fingers.set(event.pointerId, event);
    });
    for (const name of ['pointerup', 'pointercancel']) this.svg.addEventListener(name, ({ pointerId }) => fingers.delete(pointerId));
    // Not at pointerup: the click that follows it would fall on the card that has just opened, and close it.
    this.svg.addEventListener('click', (event) => moved <= 6 && this.choose(event, isMouse ? REACH / 2 : REACH));
    this.svg.addEventListener('wheel', (event) => {
      const isNearer = event.deltaY < 0;
      if (!isNearer && this.view.zoom <= 1) return; // the page scrolls on
      event.preventDefault();
      this.zoomBy(isNearer ? 1.25 : 0.8, this.at(event));
    }, { passive: false });
    this.frame.querySelector('#zoom-in').addEventListener('click', () => this.zoomBy(1.8));
    this.frame.querySelector('#zoom-out').addEventListener('click', () => this.zoomBy(1 / 1.8));
    this.frame.querySelector('#zoom-all').addEventListener('click', () => this.showAll());
    this.frame.querySelector('.zoom').addEventListener('click', ({ target }) => {
      // A button that can do no more leaves; who uses the keyboard goes on from its neighbour.
      if (target.disabled) this.frame.querySelector('.zoom button:not(:disabled)').focus();
    });
    new ResizeObserver(() => this.look()).observe(this.svg); // styles and scroll bars come late
  }

  pinch(before, now, other) {
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const middle = { clientX: (now.clientX + other.clientX) / 2, clientY: (now.clientY + other.clientY) / 2 };
    if (apart(before) > 0) this.zoomBy(apart(now) / apart(before), this.at(middle));
  }
}
