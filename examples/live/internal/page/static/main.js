// The page: what is shown, and what happens when something is touched.
import { element, load, share, t, useWords } from './words.js';
import { letters, Link } from './link.js';
import { onScheme } from './colors.js';
import { Network } from './network.js';
import { Curves } from './curves.js';
import { budget, detail, glance, sentence, table } from './readings.js';
import { Engine, Run } from './engine.js';
import { Controls } from './controls.js';
import { Lessons } from './lessons.js';
import { copyText, plain, save, savedRun, shareForm, unplain } from './keep.js';
import { keepFocus } from './focus.js';

const first = 'a=organization/communities&b=organization/hierarchy&seed=1991';
const speeds = [5, 20, 60, 240]; // ticks a second
const $ = (id) => document.getElementById(id);

const page = { tick: 0, at: 0, playing: false, speed: 1, colour: 'right', follow: true,
  parts: { save: () => saveRun(), draw: () => draw() } };

async function begin() {
  if (document.readyState === 'loading') {
    await new Promise((read) => { document.addEventListener('DOMContentLoaded', read); });
  }
  useWords(JSON.parse(await load('words.en.json')));
  for (const at of document.querySelectorAll('[data-word]')) {
    at.textContent = t(at.dataset.word);
  }
  document.title = t('title');
  page.curves = new Curves($('curves'), $('cursor'));
  const broken = () => { throw new Error(t('broken')); };
  const saved = await savedRun().catch(broken);
  page.catalog = saved ? saved.catalog : JSON.parse(await load('catalog.json'));
  page.link = linkOf(saved ? saved.link : location.hash);
  page.engine = new Engine(page.catalog, heard);
  transport();
  key();
  $('values').addEventListener('toggle', () => { page.dirty = true; });
  if (saved) openSaved(saved);
  else await openLive();
  onScheme(() => { page.curves.key = ''; page.stale = true; page.dirty = true; });
  window.addEventListener('resize', () => { page.dirty = true; });
  requestAnimationFrame(animate);
}

// key says what colours and shapes are.
function key() {
  const [none, all] = page.colour === 'agrees' ? [t('keyAgrees'), t('keyAgreesAll')]
    : [t('keyKnows'), t('keyKnowsAll')];
  $('key').replaceChildren(none, element('span', { class: 'scale', role: 'presentation' }),
    `${all}. ${t('keyShapes')}`);
}

// linkOf reads a link. One without panes has those of the first page.
function linkOf(text) {
  const link = new Link(text);
  return link.panes().length ? link : new Link(`${first}&${link.text()}`);
}

async function openLive() {
  page.controls = new Controls($('controls'), page.catalog, changed);
  page.lessons = new Lessons($('lessons'), JSON.parse(await load('lessons.en.json')), page.curves,
    (link) => { page.link = new Link(link); setTick(0); rebuild(); });
  page.lessons.onreveal = () => {
    page.stale = true;
    $('plot').scrollIntoView({ block: 'nearest' }); // on a phone it is below the answer
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) setTick(Infinity, true);
    else {
      setTick(0);
      play(true);
    }
  };
  window.addEventListener('hashchange', () => {
    const link = linkOf(location.hash);
    if (link.text() !== page.link.text()) { page.link = link; rebuild(); }
  });
  drawing();
  actions();
  rebuild(page.engine.start());
}

function openSaved(saved) {
  document.body.classList.add('saved');
  page.engine.runs = saved.runs.map((run, i) => Object.assign(new Run(letters[i], 0), run,
    { frames: run.frames.map(unplain), more: false }));
  $('seed').readOnly = true;
  panes();
  transportValues();
  page.dirty = true;
}

// rebuild makes panes and controls anew, and runs.
function rebuild(ready) {
  keepFocus(() => {
    page.controls.show(page.link, name);
    panes();
  });
  transportValues();
  if (ready) ready.then(run, (error) => { $('problem').textContent = error.message; });
  else run();
}

// run runs the link anew. The frames of before stay until there are new ones.
function run() {
  if (!page.engine.module) return;
  page.began = performance.now();
  history.replaceState(null, '', `#${page.link.text()}`);
  $('problem').textContent = '';
  const offers = page.catalog.Kinds.filter((kind) => kind.Switched).map((kind) => kind.Key);
  page.engine.open(page.link, offers);
}

// changed hears of a touch of the controls.
function changed(what, detailOf) {
  page.last = detailOf;
  if (what === 'branch') {
    if (detailOf) beginBranch();
    else endBranch();
    return;
  }
  if (what === 'value') {
    cancelAnimationFrame(page.soon);
    page.soon = requestAnimationFrame(run);
  } else rebuild();
}

// beginBranch lets what is changed from now on hold from this tick on. At the end nothing would
// follow.
function beginBranch() {
  if (page.tick >= lastTick()) {
    $('branch').checked = false;
    $('problem').textContent = t('branchAtEnd');
    return;
  }
  page.link.query.set('then', String(page.tick));
  rebuild();
}

function endBranch() {
  page.link = page.link.base();
  rebuild();
}

// heard hears of what a worker sent.
function heard(of, data) {
  page.dirty = true;
  page.stale = true;
  if (data.frames && page.follow) page.tick = lastTick();
  if (data.picture) transportValues();
  if (data.offered) page.controls.offer(page.engine.runs);
  if (data.error) problem(of);
  if (data.frames && !of.more && page.engine.runs.every((r) => !r.more)) {
    page.latency = performance.now() - page.began;
    // What was touched last fits, so it has no part in what fails later.
    if (page.engine.runs.every((r) => !r.error)) page.last = null;
  }
}

// problem says what is wrong. A whole number that does not fit moves to the nearest that does, and
// what cannot change within a run is taken back.
async function problem(of) {
  const all = page.engine.runs.length > 1 && page.engine.runs.every((r) => r.error === of.error);
  $('problem').textContent = all ? of.error : `${name(of.pane)}: ${of.error}`;
  const { last, link } = page;
  if (!last?.key) return;
  const i = letters.indexOf(of.pane);
  const near = last.field?.Type === 'whole' && await page.engine.ask(i, 'nearest', link.text(), i,
    last.key, Number(last.value));
  if (page.last !== last || page.link !== link) return; // something else was touched meanwhile
  const moves = typeof near === 'number' && String(near) !== last.value;
  if (!moves && link.query.has('then')) {
    page.last = null;
    link.query.delete(link.name(last.key, last.pane));
    rebuild();
    $('problem').textContent = t('notLater', { why: of.error.split(': ').at(-1) });
  }
  if (!moves) return;
  page.last = null;
  link.set(last.key, String(near), last.pane);
  rebuild();
  $('problem').textContent = t('moved', { name: last.field.Name, from: last.value, to: near });
}

// name is what a pane is called.
function name(pane) {
  const of = page.link.query.get(pane) ?? '';
  const control = page.link.query.get(`${pane}:control`) ? t('randomizedName') : '';
  return `${pane}: ${of.split('/')[1] ?? ''}${control}`;
}

const metric = () => Math.max(0, page.catalog.Metrics.findIndex((m) => m.Name
  === page.link.query.get('metric')));

const column = (all) => all?.map((values) => values[metric()]);

// reading is a run as the curves and tables need it.
function reading(r) {
  return { ticks: r.ticks, values: column(r.values), frames: r.frames,
    band: r.bands?.[metric()] ?? null, old: column(r.old) };
}

// transport makes the buttons that play.
function transport() {
  const button = (key, label, call) => element('button', { type: 'button', id: key,
    'aria-label': t(key), title: t(key), onclick: call }, label);
  const options = (list, of) => list.map((item, i) => element('option', { value: String(i) },
    of(item)));
  $('transport').replaceChildren(
    button('restart', '|◀', () => step(0)),
    button('backward', '◁', () => step(page.tick - 1)),
    button('play', '▶', () => play(!page.playing)),
    button('forward', '▷', () => step(page.tick + 1)),
    element('input', { type: 'range', id: 'scrub', min: 0, 'aria-label': t('scrub'),
      oninput: () => setTick(Number($('scrub').value)) }),
    element('output', { id: 'tick', for: 'scrub', 'aria-live': 'off' }),
    element('label', {}, t('speed'), element('select', { id: 'speed',
      onchange: () => { page.speed = Number($('speed').value); } },
    ...options(speeds, (s) => t('ticksPerSecond', { n: s })))),
    element('label', {}, t('metric'), element('select', { id: 'metric', onchange: () => {
      page.link.query.set('metric', page.catalog.Metrics[$('metric').value].Name);
      history.replaceState(null, '', `#${page.link.text()}`);
      page.stale = true;
      page.dirty = true;
    } }, ...options(page.catalog.Metrics, (m) => m.Name))),
    element('label', {}, t('colour'), element('select', { id: 'colour',
      onchange: () => { page.colour = $('colour').value; key(); page.dirty = true; } },
    element('option', { value: 'right' }, t('byKnowledge')),
    element('option', { value: 'agrees' }, t('byAgreement')))),
    element('label', {}, t('seed'), element('input', { type: 'number', id: 'seed',
      min: 0, step: 1, onchange: () => { page.link.query.set('seed', $('seed').value); run(); } })),
    button('newSeed', '⚄', () => {
      $('seed').value = String(Math.floor(Math.random() * 1e6));
      $('seed').onchange();
    }));
  $('newSeed').classList.add('live');
  $('speed').value = '1';
}

function transportValues() {
  if (document.activeElement !== $('seed')) $('seed').value = page.link.query.get('seed') ?? '1991';
  $('metric').value = String(metric());
}

// actions are what can be done with the whole page.
function actions() {
  const copy = element('button', { type: 'button', id: 'copy', onclick: async () => {
    copy.textContent = t(await copyText(location.href) ? 'copied' : 'notCopied');
    setTimeout(() => { copy.textContent = t('copy'); }, 4000);
  } }, t('copy'));
  $('actions').replaceChildren(
    element('button', { type: 'button', id: 'learn', class: 'main', 'aria-expanded': 'false',
      onclick: (e) => {
        const open = $('lessons').hidden;
        $('lessons').hidden = !open;
        $('controls').hidden = false;
        document.body.classList.toggle('learning', open);
        e.target.setAttribute('aria-expanded', String(open));
        page.lessons.list();
        if (open) $('lessons-title').focus();
      } }, t('lessons')), copy,
    element('button', { type: 'button', id: 'save', onclick: saveRun }, t('save')),
    element('button', { type: 'button', id: 'add', onclick: () => {
      page.link.addPane(absent());
      rebuild();
      page.places.at(-1).box.querySelector('select').focus();
    } }, t('add')));
  const inClass = page.link.query.has('class');
  $('side')[inClass ? 'prepend' : 'append'](shareForm(page.engine, () => page.link, inClass));
}

// absent is an organization that no pane shows.
function absent() {
  const there = page.link.panes().map((pane) => page.link.query.get(pane));
  return page.catalog.Kinds.find((kind) => kind.Role === 'organization'
    && !there.includes(kind.Key)).Key;
}

function saveRun() {
  if (page.engine.runs.some((r) => !r.values.length)) {
    $('problem').textContent = t('notSaved');
    return null;
  }
  const runs = page.engine.runs.map((r) => ({ values: [...r.values], bands: r.bands, whole: r.whole,
    ticks: r.values.length - 1, picture: r.picture, old: r.old, frames: r.frames.map(plain) }));
  return save({ link: page.link.text(), catalog: { Metrics: page.catalog.Metrics, Kinds: [],
    Replicates: page.catalog.Replicates }, runs });
}

// panes makes a place for each organization.
function panes() {
  page.places = page.link.panes().map((pane, i) => place(pane, i));
  $('panes').replaceChildren(...page.places.map((p) => p.box));
  $('panes').dataset.count = String(page.places.length);
  if ($('add')) $('add').disabled = page.places.length === letters.length;
}

function place(pane, i) {
  const canvas = element('canvas', { role: 'img', 'aria-label': t('picture', {
    name: name(pane) }) });
  const p = { at: i, sentence: element('p', { class: 'sentence' }), budget: element('p', {
    class: 'budget' }), detail: element('div', { class: 'detail', role: 'group',
    'aria-label': t('unitOf', { name: name(pane) }) }),
  units: element('select', { 'aria-label': t('unitOf', { name: name(pane) }),
    onchange: () => look(i, p.units.value) }), tip: element('p', { class: 'tip' }) };
  p.network = new Network(canvas, () => { page.dirty = true; }, (at) => {
    p.units.value = at;
    look(i, at);
  });
  const gone = page.link.panes().length > 1 && page.controls
    ? element('button', { type: 'button', class: 'small', 'aria-label': t('removeOf', {
      name: name(pane) }), onclick: () => {
      page.link.removePane(pane);
      rebuild();
      $('add').focus();
    } }, '×') : null;
  p.box = element('article', { class: `pane pane-${pane}`, 'data-pane': pane },
    element('h3', { 'aria-label': name(pane) }, element('span', { class: `tag tag-${pane}` }, pane),
      chooser(pane), gone),
    canvas, p.tip, p.sentence, p.budget, element('label', { class: 'units' }, t('look'), p.units),
    p.detail);
  return p;
}

// chooser chooses the organization of a pane, and whether it is its control that stands there.
function chooser(pane) {
  if (!page.controls) return element('span', {}, name(pane).slice(3));
  const groups = ['organization', 'model'].map((role) => element('optgroup', {
    label: t(`role-${role}`) }, ...page.catalog.Kinds.filter((kind) => kind.Role === role)
    .map((kind) => element('option', { value: kind.Key, title: kind.Sentence }, kind.Name))));
  const select = element('select', { 'aria-label': t('organizationOf', { pane }),
    onchange: () => {
      page.last = null;
      page.link.query.set(pane, select.value);
      rebuild();
    } }, ...groups);
  select.value = page.link.query.get(pane);
  const drawn = element('input', { type: 'checkbox', 'aria-description': t('randomizedHelp'),
    checked: page.link.query.has(`${pane}:control`), onchange: () => {
    page.link.set('control', drawn.checked ? 'randomized' : undefined, pane);
    rebuild();
  } });
  return element('span', { class: 'chooser' }, select, element('label', { class: 'switch',
    title: t('randomizedHelp') }, drawn, t('randomized')));
}

// look tells of a unit or a person that was chosen: "u3" is a unit, "p17" a person, "" nothing.
function look(i, at) {
  const p = page.places[i];
  p.network.chosen = at;
  p.told = '';
  p.detail.replaceChildren();
  p.detail.removeAttribute('tabindex');
  page.dirty = true;
}

// tell says what is under the pointer, or else what was chosen, and while nothing moves what a
// chosen unit holds.
async function tell(p, r, i, frame) {
  const { chosen, pointed } = p.network;
  const at = pointed || chosen;
  p.tip.setAttribute('aria-live', page.playing || pointed ? 'off' : 'polite');
  write(p.tip, at && frame ? glance(r.picture, frame, at) : '');
  const now = `${chosen} ${r.number} ${page.tick}`;
  if (!chosen.startsWith('u') || !page.engine.module || page.playing || r.more || p.asking
    || p.told === now) return;
  [p.asking, p.told] = [true, now];
  const answer = await page.engine.ask(i, 'detail', page.link.text(), i,
    r.picture.Units[Number(chosen.slice(1))].ID, page.tick);
  p.asking = false;
  page.dirty = true;
  if (p.told !== now) return;
  p.detail.replaceChildren(answer.error ?? detail(answer, r.picture.Real));
  p.detail.tabIndex = 0; // so that keys scroll it
}

// write changes a text only if it differs, so that nothing is read out again.
function write(at, text) { if (at.textContent !== text) at.textContent = text; }

function listUnits(p, r) {
  if (p.listed === r.picture) return;
  p.listed = r.picture;
  p.budget.textContent = budget(r.picture)
    + (r.picture.Real ? ` ${t('real')}` : r.picture.Joins !== 'units' ? ''
      : ` ${t(r.picture.X?.length ? 'crowd' : 'cells')}`);
  p.units.replaceChildren(element('option', { value: '' }, t('noUnit')),
    ...(r.picture.Units ?? []).slice(0, 500).map((u, k) => element('option', { value: `u${k}` },
      t(u.Community ? 'community' : 'team', { id: u.ID, people: u.People }))),
    ...(r.picture.X ?? []).slice(0, 500).map((_, k) => element('option', { value: `p${k}` },
      t('person', { id: k }))));
  if (p.network.forget(r.picture)) look(p.at, '');
  p.units.value = p.network.chosen;
}

const lastTick = () => Math.max(0, ...page.engine.runs.map((r) => r.ticks));

// step goes to a tick by a button, and has it read out. The slider reads out by itself.
function step(tick) {
  setTick(tick);
  page.tell = true;
}

function setTick(tick, follow = false) {
  page.tick = Math.min(Math.max(0, tick), lastTick());
  page.at = page.tick;
  page.follow = follow;
  page.dirty = true;
}

// Bands pause this long between chunks while so many people are drawn.
const restful = { people: 1000, milliseconds: 48 };

function play(on) {
  if (on && page.tick >= lastTick()) setTick(0);
  page.follow = false;
  page.tell = !on;
  page.dirty = true; // words that waited
  page.playing = on;
  page.at = page.tick;
  const many = page.engine.runs.some((r) => r.picture?.People > restful.people);
  page.engine.rest(on && many ? restful.milliseconds : 0);
  $('play').textContent = on ? '▮▮' : '▶';
  $('play').setAttribute('aria-label', t(on ? 'pause' : 'play'));
  $('play').title = t(on ? 'pause' : 'play');
}

let before = 0;

// animate plays, and draws what has changed.
function animate(now) {
  requestAnimationFrame(animate);
  if (page.playing) advance(Math.min(100, now - before) / 1000);
  before = now;
  if (page.dirty) {
    page.dirty = false;
    try {
      draw();
    } catch (error) {
      if (page.controls) throw error;
      $('problem').textContent = t('broken');
    }
    page.drawn = (page.drawn ?? 0) + 1;
  }
}

function advance(seconds) {
  const { runs } = page.engine;
  const ready = Math.min(...runs.map((r) => Math.max(0, r.more ? r.values.length - 1 : Infinity)));
  page.at = Math.min(page.at + seconds * speeds[page.speed], ready);
  const last = lastTick();
  if (page.at >= last) {
    page.tick = last;
    play(false);
  }
  if (Math.floor(page.at) !== page.tick) {
    page.tick = Math.floor(page.at);
    page.dirty = true;
  }
}

function draw() {
  const { runs } = page.engine;
  if (!runs.some((r) => r.values.length || r.error)) return;
  // A run that became shorter ends before the tick.
  if (runs.every((r) => r.values.length)) page.tick = Math.min(page.tick, lastTick());
  const { Name, Unit } = page.catalog.Metrics[metric()];
  const readings = runs.map(reading);
  const covered = $('plot').classList.contains('covered');
  // While it plays, only the cursor moves, and words change some times a second.
  const still = !page.playing || page.stale;
  page.wordy = !page.playing || page.tick % 16 === 0;
  page.stale = false;
  const shown = covered ? readings.map((r) => ({ ...r, values: [], band: null })) : readings;
  if (still) page.curves.show(shown, Name, Unit, page.lessons?.predictions(), covered);
  page.curves.point(page.tick);
  $('scrub').max = Math.max(1, lastTick());
  $('scrub').value = String(page.tick);
  $('tick').textContent = t('atTick', { tick: page.tick });
  const now = [t('atTick', { tick: page.tick }), ...runs.map((r, i) => `${name(r.pane)} ${
    share(readings[i].values[page.tick])}`)].join(', ');
  if (!page.playing) {
    $('scrub').setAttribute('aria-valuetext', now);
    if (page.tell) $('said').textContent = now;
    page.tell = false;
  }
  runs.forEach((r, i) => drawPane(r, i, readings[i], Name));
  evidence(runs, now);
  if (!page.playing && $('values').open) {
    $('values').lastElementChild.replaceChildren(table(shown, runs.map((r) => name(r.pane)),
      Name));
  }
}

function drawPane(r, i, of, metricName) {
  const p = page.places[i];
  if (p && r.error && !r.frames.length) {
    p.network.show(null);
    [p.sentence, p.budget, p.tip, p.detail].forEach((at) => write(at, ''));
    return;
  }
  if (!p || !r.picture || !r.frames.length) return;
  listUnits(p, r);
  const frame = r.frames[Math.min(page.tick, r.frames.length - 1)];
  p.network.show(r.picture, frame, page.colour);
  tell(p, r, i, frame);
  if (!page.wordy) return;
  write(p.sentence, sentence(of, page.tick, metricName));
}

// evidence says that one run is none, until the band is there.
function evidence(runs, now) {
  const whole = Math.min(...runs.map((r) => r.whole));
  const all = page.catalog.Replicates;
  const few = page.controls ? 'noEvidence' : 'fewRuns';
  const key = runs.some((r) => r.error) ? '' : whole < all ? few : 'evidence';
  write($('evidence'), key && t(key, { whole, all }));
  if (page.said !== key) { // once, not 30 times
    $('said').textContent = `${key === 'evidence' && !page.playing ? `${now}. ` : ''}${
      $('evidence').textContent}`;
  }
  page.said = key;
  $('evidence').classList.toggle('waiting', whole < all);
}

// drawing lets a prediction be drawn onto the plot, for one pane after the other.
function drawing() {
  let pane = -1;
  const box = $('plot');
  const put = (e) => { page.lessons.draw(pane, page.curves.at(e)); page.dirty = true; };
  box.addEventListener('pointerdown', (e) => {
    if (!box.classList.contains('covered')) return;
    pane = (pane + 1) % page.link.panes().length;
    page.lessons.drawn[pane] = [];
    box.setPointerCapture(e.pointerId);
    put(e);
  });
  box.addEventListener('pointermove', (e) => { if (e.buttons && pane >= 0) put(e); });
}

begin().catch((error) => {
  const saved = document.body.classList.contains('saved');
  $('problem').textContent = saved ? t('broken') : error.message;
});
// For tests: what the page shows, and when.
globalThis.live = page;
