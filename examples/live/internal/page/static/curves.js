// The learning curves, drawn by uPlot.
/* global uPlot */
import { dashes, style } from './colors.js';
import { t } from './words.js';
import { letters } from './link.js';

// endOf is where a line ends, if it has begun.
function endOf(plot, [letter, color, at]) {
  const last = plot.data[at].findLastIndex((value) => value !== null);
  return last < 0 ? [] : [{ letter, color, x: plot.valToPos(last, 'x', true),
    y: plot.valToPos(plot.data[at][last], 'y', true) }];
}

// apart moves letters that would lie on each other down.
function apart(ends) {
  const room = 12 * devicePixelRatio;
  const sorted = ends.sort((a, b) => a.y - b.y);
  sorted.forEach((end, i) => sorted.slice(0, i).forEach((other) => {
    if (Math.abs(other.x - end.x) < room) end.y = Math.max(end.y, other.y + room);
  }));
  return sorted;
}

export class Curves {
  constructor(box, cursor) {
    this.box = box;
    this.cursor = cursor;
    this.key = '';
    this.tick = 0;
    new ResizeObserver(() => this.resize()).observe(box);
  }

  // show draws series: for each run its values, and where they are there its band and old run.
  show(runs, metric, unit, drawn, covered) {
    const length = Math.max(2, ...runs.map((run) => run.ticks + 1));
    const data = [Array.from({ length }, (_, i) => i)];
    const series = [{}];
    const bands = [];
    const ends = [];
    const add = (values, options) => {
      data.push(Array.from({ length }, (_, i) => values[i] ?? null));
      series.push({ points: { show: false }, ...options });
      return series.length - 1;
    };
    runs.forEach((run, i) => {
      const color = style(`pane-${letters[i]}`);
      if (run.band) {
        const low = add(run.band.low, { width: 0 });
        const high = add(run.band.high, { width: 0 });
        bands.push({ series: [high, low], fill: `${color}33` });
      }
      if (run.old) add(run.old, { stroke: `${color}77`, width: 1.5 });
      if (drawn?.[i]) add(drawn[i], { stroke: color, width: 4, dash: [1, 6], cap: 'round' });
      ends.push([letters[i], color, add(run.values, { stroke: color, width: 2,
        dash: dashes[i] })]);
    });
    this.ends = ends;
    this.draw(data, series, bands, `${metric} (${unit})`, covered);
  }

  draw(data, series, bands, label, covered) {
    const key = JSON.stringify([series, bands, label, covered, data[0].length]);
    if (key === this.key) {
      this.plot.setData(data);
      return;
    }
    this.key = key;
    this.label = label;
    this.plot?.destroy();
    const ink = style('ink');
    const axis = { stroke: ink, grid: { stroke: style('grid'), width: 1 },
      ticks: { stroke: style('grid') }, font: '12px system-ui' };
    this.plot = new uPlot({
      ...this.size(), series, bands, legend: { show: false }, cursor: { show: false },
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(low ?? 0, 0),
        Math.max(high ?? 0, covered ? 1 : 0.1)] } },
      hooks: { draw: [(plot) => this.name(plot), () => this.point(this.tick)] },
      padding: [24, 18, 0, 0],
      axes: [{ ...axis, size: 32, label: t('tick'), labelSize: 18, labelFont: '12px system-ui' },
        axis],
    }, data, this.box);
  }

  // name writes the letters of panes at the ends of their lines.
  name(plot) {
    const pen = plot.ctx;
    pen.save();
    pen.textAlign = 'left'; // uPlot leaves that of its own labels
    pen.textBaseline = 'alphabetic';
    this.title(pen);
    pen.font = `bold ${13 * devicePixelRatio}px system-ui`;
    for (const { letter, color, x, y } of apart(this.ends.flatMap((end) => endOf(plot, end)))) {
      pen.fillStyle = color;
      pen.fillText(letter, x + 5 * devicePixelRatio, y + 4 * devicePixelRatio);
    }
    pen.restore();
  }

  // title writes the metric over its axis, where it has the whole width, in smaller letters if it
  // must. Along the axis a long one does not fit on a phone.
  title(pen) {
    const most = this.box.clientWidth - 16;
    pen.fillStyle = style('ink');
    pen.font = `${12 * devicePixelRatio}px system-ui`;
    const width = pen.measureText(this.label).width / devicePixelRatio;
    pen.font = `${12 * devicePixelRatio * Math.min(1, most / width)}px system-ui`;
    pen.fillText(this.label, 8 * devicePixelRatio, 15 * devicePixelRatio);
  }

  size() { return { width: this.box.clientWidth, height: this.box.clientHeight }; }

  resize() { if (this.plot) this.plot.setSize(this.size()); }

  // point puts the line at a tick.
  point(tick) {
    this.tick = tick;
    if (!this.plot?.bbox.width) return;
    const left = this.plot.valToPos(tick, 'x') + this.plot.bbox.left / devicePixelRatio;
    const shift = `translateX(${left.toFixed(1)}px)`;
    this.cursor.style.transform = shift;
    this.cursor.style.height = `${this.plot.bbox.height / devicePixelRatio}px`;
    this.cursor.style.top = `${this.plot.bbox.top / devicePixelRatio}px`;
  }

  // at returns the tick and the value under a pointer.
  at(event) {
    const over = this.plot.over.getBoundingClientRect();
    return { tick: Math.round(this.plot.posToVal(event.clientX - over.left, 'x')),
      value: this.plot.posToVal(event.clientY - over.top, 'y') };
  }
}
