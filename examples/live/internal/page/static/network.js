// The network of one pane on a canvas. Places come from Go.
import { shade, style } from './colors.js';

const margin = 14;

export class Network {
  // pointed and chosen are what is at the pointer, or was when it clicked: "u3" is a unit, "p17" a
  // person, "" nothing. hover and choose hear of it.
  constructor(canvas, hover, choose) {
    Object.assign(this, { canvas, pen: canvas.getContext('2d'), chosen: '', pointed: '' });
    const point = (at) => {
      if (at === this.pointed) return;
      this.pointed = at;
      hover();
    };
    canvas.addEventListener('pointermove', (e) => point(this.at(e)));
    canvas.addEventListener('pointerleave', () => point(''));
    canvas.addEventListener('click', (e) => choose(this.at(e)));
  }

  // show draws a frame. colour is "right" or "agrees".
  show(picture, frame, colour) {
    this.picture = picture;
    this.fit();
    const { pen } = this;
    pen.clearRect(0, 0, this.width, this.height);
    if (!picture || !frame) return;
    this.lines(frame.lines ?? picture.Lines ?? [], frame);
    this.units(frame);
    this.people(frame, colour);
  }

  // forget forgets what a picture does not have. It reports whether that was chosen.
  forget(picture) {
    const has = (at) => Number(at.slice(1))
      < ((at.startsWith('u') ? picture.Units : picture.X) ?? []).length;
    if (this.pointed && !has(this.pointed)) this.pointed = '';
    return this.chosen !== '' && !has(this.chosen);
  }

  fit() {
    const scale = window.devicePixelRatio || 1;
    const { clientWidth: w, clientHeight: h } = this.canvas;
    if (this.canvas.width !== Math.round(w * scale)
      || this.canvas.height !== Math.round(h * scale)) {
      this.canvas.width = Math.round(w * scale);
      this.canvas.height = Math.round(h * scale);
    }
    this.pen.setTransform(scale, 0, 0, scale, 0, 0);
    this.width = w;
    this.height = h;
  }

  x(share) { return margin + share * (this.width - 2 * margin); }

  y(share) { return margin + (1 - share) * (this.height - 2 * margin); }

  lines(lines, frame) {
    const { pen, picture: p } = this;
    const far = p.Joins === 'ties' ? 'X' : null;
    for (const flows of [false, true]) {
      pen.beginPath();
      for (const [from, to] of lines) {
        const moves = p.Joins === 'seats' && frame.moved[to] > 0 && frame.changed[from] >= 0;
        if (moves !== flows) continue;
        const unit = far ? { X: p.X[from], Y: p.Y[from] } : p.Units[from];
        pen.moveTo(this.x(unit.X), this.y(unit.Y));
        pen.lineTo(this.x(p.X[to]), this.y(p.Y[to]));
      }
      pen.strokeStyle = style(flows ? 'flow' : 'tie');
      pen.lineWidth = flows ? 1.4 : 0.8;
      pen.stroke();
    }
  }

  units(frame) {
    const { pen, picture: p } = this;
    const radius = this.radii();
    (p.Units ?? []).forEach((unit, i) => {
      const r = radius(unit);
      const x = this.x(unit.X);
      const y = this.y(unit.Y);
      this.outline(unit.Community, x, y, r);
      pen.fillStyle = frame.norms[i] === 255 ? style('none') : shade(frame.norms[i]);
      pen.fill();
      this.ring(`u${i}`, frame.changed[i] > 0);
    });
  }

  // radii returns the radius of a unit: by its people where units are alone, small among people.
  radii() {
    const { X, Units } = this.picture;
    if (X?.length) return () => 6;
    const most = Math.max(1, ...(Units ?? []).map((u) => u.People));
    const room = 0.42 * Math.min(this.width, this.height) / Math.sqrt(Units?.length || 1);
    return (unit) => Math.max(2, Math.min(16, room * Math.sqrt(unit.People / most)));
  }

  // outline of a unit: a diamond for a community of practice, else a square.
  outline(community, x, y, r) {
    const { pen } = this;
    pen.beginPath();
    if (!community) {
      pen.rect(x - r * 0.85, y - r * 0.85, 1.7 * r, 1.7 * r);
      return;
    }
    pen.moveTo(x, y - 1.2 * r);
    pen.lineTo(x + 1.2 * r, y);
    pen.lineTo(x, y + 1.2 * r);
    pen.lineTo(x - 1.2 * r, y);
    pen.closePath();
  }

  people(frame, colour) {
    const { pen, picture: p } = this;
    const room = 0.3 * Math.sqrt((this.width * this.height) / Math.max(1, p.People));
    const r = Math.min(p.People > 120 ? 3.2 : 4.5, room);
    (p.X ?? []).forEach((x, i) => {
      if (frame.right[i] === 255) return;
      const fill = shade(frame[colour][i]);
      if (r < 2 && !this.marked(`p${i}`)) {
        this.dot(this.x(x), this.y(p.Y[i]), r, fill, frame.moved[i] > 0);
        return;
      }
      pen.beginPath();
      pen.arc(this.x(x), this.y(p.Y[i]), r, 0, 7);
      pen.fillStyle = fill;
      pen.fill();
      this.ring(`p${i}`, frame.moved[i] > 0);
    });
  }

  // dot draws one of very many people. A circle of three points looks like a square, and takes much
  // more time.
  dot(x, y, r, fill, changed) {
    const { pen } = this;
    if (changed) {
      pen.fillStyle = style('flow');
      pen.fillRect(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2);
    }
    pen.fillStyle = fill;
    pen.fillRect(x - r, y - r, 2 * r, 2 * r);
  }

  marked(at) { return at === this.chosen || at === this.pointed; }

  // ring draws the edge of a mark: what is chosen, what changed, or plain.
  ring(at, changed) {
    const { pen } = this;
    const { Units, X } = this.picture;
    const dense = (Units?.length || X?.length) > 600; // then plain edges only cost time
    const marked = this.marked(at);
    if (dense && !marked && !changed) return;
    pen.strokeStyle = style(marked ? 'chosen' : changed ? 'flow' : 'edge');
    pen.lineWidth = marked ? 3 : changed ? 2 : 0.8;
    pen.stroke();
  }

  // at returns what is nearest to the pointer, or "".
  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    let best = 14;
    let nearest = '';
    const near = (name, x, y) => {
      const d = Math.hypot(this.x(x) - px, this.y(y) - py);
      if (d < best) [best, nearest] = [d, name];
    };
    (this.picture?.Units ?? []).forEach((unit, i) => near(`u${i}`, unit.X, unit.Y));
    (this.picture?.X ?? []).forEach((x, i) => near(`p${i}`, x, this.picture.Y[i]));
    return nearest;
  }
}
