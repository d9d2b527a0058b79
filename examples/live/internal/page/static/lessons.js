// Lessons: a question, a prediction, the run, and the answer over the prediction.
import { element, t } from './words.js';

export class Lessons {
  // open(link) opens a run; curves are where a prediction is drawn.
  constructor(box, lessons, curves, open) {
    Object.assign(this, { box, lessons, curves, open, drawn: null, current: null });
  }

  list() {
    this.current = null;
    this.drawn = null;
    this.cover(false);
    this.box.replaceChildren(element('h2', { id: 'lessons-title', tabindex: -1 },
      t('lessons')),
      element('p', {}, t('lessonsLead')),
      element('ol', {}, ...this.lessons.map((lesson) => element('li', {},
        element('button', { type: 'button', class: 'card', onclick: () => this.begin(lesson) },
          lesson.title)))));
  }

  // cover hides the curves and the settings until there is a prediction.
  cover(on) {
    this.curves.box.parentNode.classList.toggle('covered', on);
    document.getElementById('controls').hidden = on;
    document.getElementById('values').hidden = on;
  }

  // begin asks the question. The curves stay covered until there is a prediction.
  begin(lesson) {
    this.current = lesson;
    this.drawn = [];
    this.open(lesson.link);
    this.cover(true);
    const group = element('fieldset', { 'aria-describedby': 'question' },
      element('legend', {}, t('predict')),
      ...lesson.choices.map((choice, i) => {
        const radio = element('input', { type: 'radio', name: 'choice', value: String(i),
          onchange: () => { reveal.disabled = false; this.chosen = i; } });
        return element('label', { class: 'switch' }, radio, choice);
      }));
    const reveal = element('button', { type: 'button', class: 'main', disabled: true,
      onclick: () => this.reveal() }, t('reveal'));
    this.allow = () => { reveal.disabled = false; };
    this.chosen = -1;
    this.box.replaceChildren(element('h2', { id: 'lessons-title', tabindex: -1 }, lesson.title),
      element('p', { class: 'question', id: 'question' }, lesson.question), group,
      element('p', { class: 'help' }, t('drawHelp')), reveal, this.back());
    this.box.querySelector('h2').focus(); // the question comes next
  }

  reveal() {
    const { current: lesson } = this;
    this.cover(false);
    let verdict = t('drawnVerdict');
    if (this.chosen >= 0) verdict = t(this.chosen === lesson.right ? 'asPredicted' : 'otherwise');
    const next = this.lessons[(this.lessons.indexOf(lesson) + 1) % this.lessons.length];
    this.box.replaceChildren(element('h2', { id: 'lessons-title', tabindex: -1 }, lesson.title),
      element('p', { class: 'question' }, verdict), element('p', {}, lesson.answer),
      element('h3', {}, t('why')), element('p', {}, lesson.why),
      element('h3', {}, t('where')), element('p', {}, lesson.source),
      element('h3', {}, t('try')), element('p', {}, lesson.next),
      element('button', { type: 'button', class: 'main', onclick: () => this.begin(next) },
        t('nextLesson', { title: next.title })), this.back());
    this.box.querySelector('h2').focus();
    this.onreveal();
  }

  back() {
    return element('button', { type: 'button', onclick: () => {
      this.list();
      this.box.querySelector('h2').focus();
    } }, t('allLessons'));
  }

  // draw notes a prediction at a tick, for one pane after the other.
  draw(pane, { tick, value }) {
    if (!this.current) return;
    this.drawn[pane] ??= [];
    this.drawn[pane][Math.max(0, tick)] = Math.min(1, Math.max(0, value));
    this.allow();
  }

  // predictions returns the lines that were drawn, straight between the points.
  predictions() { return this.drawn?.map(straight); }
}

function straight(line) {
  const known = Object.keys(line).map(Number);
  return Array.from({ length: line.length }, (_, tick) => {
    const next = known.find((k) => k >= tick);
    const last = known.findLast((k) => k <= tick);
    if (next === undefined || last === undefined) return null;
    if (next === last) return line[next];
    return line[last] + ((line[next] - line[last]) * (tick - last)) / (next - last);
  });
}
