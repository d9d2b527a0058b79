// The curves as a table, and the panes as sentences: what a screen reader reads.
import { element, share, t } from './words.js';

// table returns the values of all runs at about ten ticks.
export function table(runs, names, metric) {
  const last = Math.max(1, ...runs.map((run) => run.ticks));
  const step = Math.max(1, Math.ceil(last / 10));
  const head = element('tr', {}, element('th', { scope: 'col' }, t('tick')),
    ...names.map((name) => element('th', { scope: 'col' }, name)));
  const rows = [];
  for (let tick = 0; tick <= last; tick += step) {
    rows.push(element('tr', {}, element('th', { scope: 'row' }, String(tick)),
      ...runs.map((run) => element('td', {}, value(run, tick)))));
  }
  return element('table', {}, element('caption', {}, metric), element('thead', {}, head),
    element('tbody', {}, ...rows));
}

function value(run, tick) {
  const own = share(run.values[tick]);
  if (!run.band) return own;
  return t('valueInBand', { value: own, low: share(run.band.low[tick]),
    high: share(run.band.high[tick]) });
}

// sentence says what a pane shows at a tick.
export function sentence(run, tick, metric) {
  const frame = run.frames[Math.min(tick, run.frames.length - 1)];
  if (!frame) return t(run.values[tick] === undefined ? 'computing' : 'notKept');
  return t('paneSentence', { tick: frame.tick, metric, value: share(run.values[frame.tick]),
    said: frame.said, objectified: frame.objectified, taken: frame.taken });
}

// budget says how much people meet.
export function budget(picture) {
  return t(picture.Norms === 1 ? 'budgetOne' : 'budget', { seats: picture.Seats.toFixed(2),
    norms: picture.Norms, size: Number(picture.Size.toFixed(1)) });
}

// glance says in a sentence what a unit ("u3") or a person ("p17") is at a frame.
export function glance(picture, frame, at) {
  const k = Number(at.slice(1));
  const percent = (byte) => share(byte / 254);
  if (at.startsWith('u')) {
    const u = picture.Units[k];
    const norm = frame.norms[k] === 255 ? t('missing') : percent(frame.norms[k]);
    return t('unitGlance', { unit: t(u.Community ? 'community' : 'team', { id: u.ID,
      people: u.People }), norm, changed: frame.changed[k] });
  }
  const inUnits = picture.Joins === 'seats';
  const seats = (frame.lines ?? picture.Lines ?? [])
    .filter(([from, to]) => to === k || (!inUnits && from === k))
    .map(([from, to]) => (inUnits ? picture.Units[from].ID : from + to - k));
  return t(inUnits ? 'personGlance' : 'personTies', { id: k,
    right: percent(frame.right[k]), agrees: percent(frame.agrees[k]), moved: frame.moved[k],
    seats: seats.join(', ') });
}

// detail says what a unit holds objective.
export function detail(d, isReal) {
  const items = d.Held.slice(0, 64).map((held) => element('li', {},
    t(held.Right ? 'heldRight' : 'heldWrong', { dimension: held.Dimension + 1,
      sign: held.Yes ? '+1' : '-1', since: held.Since,
      voices: held.Voices?.length ? t('byVoices', { voices: held.Voices.join(', ') }) : '' })));
  return element('div', {}, element('p', {}, t(isReal ? 'unitHoldsReal' : 'unitHolds', {
    unit: d.Unit, people: d.People, tick: d.Tick, held: d.Held.length,
    right: d.Held.filter((h) => h.Right).length })), element('ul', {}, ...items));
}
