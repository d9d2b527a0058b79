// Keeping a run: its link, a file that opens by itself, and the share of a class.
import { element, load, t } from './words.js';
import { letters, Link } from './link.js';

const packed = 'gzip';

// saved returns the run that the document holds, or null.
export async function savedRun() {
  const inDocument = document.getElementById('saved');
  if (!inDocument || inDocument.textContent.trim() === 'null') return null;
  const bytes = Uint8Array.from(atob(inDocument.textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(packed));
  return checked(JSON.parse(await new Response(stream).text()));
}

// checked returns what a saved run holds, if it has the shape of one.
function checked(saved) {
  const { link, catalog, runs } = saved;
  const good = typeof link === 'string' && catalog.Metrics.length > 0 && runs.length > 0
    && runs.length <= letters.length && new Link(link).panes().length === runs.length
    && runs.every(({ picture, values, frames, ticks }) => picture.People >= 0
      && values.length > 0 && values.length === frames.length && ticks === values.length - 1
      && values.every((of) => of.length === catalog.Metrics.length));
  if (!good) throw new Error('shape');
  return saved;
}

// template returns the page of a saved run, with a mark where the run comes.
export async function template() {
  const own = document.getElementById('live.wasm.gz');
  if (!own) return load('saved.html');
  const copy = new DOMParser().parseFromString(originalText, 'text/html');
  for (const id of ['live.wasm.gz', 'worker.js', 'catalog.json']) copy.getElementById(id).remove();
  const place = copy.createElement('script');
  place.setAttribute('type', 'text/plain');
  place.id = 'saved';
  place.textContent = 'null';
  copy.body.append(place);
  return `<!doctype html>\n${copy.documentElement.outerHTML}`;
}

const originalText = document.documentElement.outerHTML;

// pack returns what a saved run needs, as the text that goes into its page.
async function pack(run) {
  const stream = new Blob([JSON.stringify(run)]).stream()
    .pipeThrough(new CompressionStream(packed));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return btoa(text);
}

// save downloads a run as one page.
export async function save(run) {
  const page = await template();
  const data = await pack(run);
  const whole = page.replace(/(<script type="text\/plain" id="saved">)null/, `$1${data}`);
  download('orglearn-run.html', whole, 'text/html');
  return whole;
}

// plain turns frames into what JSON can hold, and back. One that was not kept is null.
export function plain(frame) {
  if (!frame) return null;
  const bytes = {};
  for (const name of ['right', 'agrees', 'moved', 'norms', 'changed']) {
    bytes[name] = btoa(String.fromCharCode(...frame[name]));
  }
  return { ...frame, ...bytes };
}

export function unplain(frame) {
  if (!frame) return undefined;
  const bytes = {};
  for (const name of ['right', 'agrees', 'moved', 'norms', 'changed']) {
    bytes[name] = Uint8Array.from(atob(frame[name]), (c) => c.charCodeAt(0));
  }
  return { ...frame, ...bytes };
}

// copyText copies a text, if the browser lets it. Pages of a class have no clipboard of
// navigator, which needs https or the machine itself.
export async function copyText(text) {
  const asked = navigator.clipboard?.writeText(text);
  if (asked && await asked.then(() => true, () => false)) return true;
  const field = element('textarea', { value: text });
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  before?.focus();
  return done;
}

export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const a = element('a', { href: address, download: name });
  a.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// shareForm is where a student runs his share, and sends it where a teacher takes it.
export function shareForm(engine, link, onClass) {
  const student = element('input', { type: 'number', min: 1, max: 1000, id: 'student',
    value: link().query.get('student') ?? '' });
  const code = element('input', { type: 'text', id: 'code', autocomplete: 'off' });
  const said = element('p', { role: 'status' });
  const run = async (then) => {
    said.textContent = t('computing');
    const text = await engine.ask(0, 'share', link().text(), student.value);
    said.textContent = typeof text === 'string' ? await then(text) : text.error;
  };
  const keep = async (text) => {
    download(`share-${student.value.padStart(4, '0')}.txt`, text, 'text/plain');
    return t('shareKept');
  };
  const send = async (text) => {
    const answer = await fetch('share', { method: 'POST', body: text,
      headers: { 'X-Class-Code': encodeURIComponent(code.value), 'X-Student': student.value } })
      .catch(() => null);
    if (!answer) return t('shareLost');
    return answer.ok ? t('shareSent') : answer.text();
  };
  const place = onClass ? 'share first' : 'share';
  return element('details', { class: place, open: onClass }, element('summary', {}, t('share')),
    element('p', { class: 'help' }, t('shareHelp')),
    element('label', {}, t('student'), student),
    ...(onClass ? [element('label', {}, t('code'), code),
      element('button', { type: 'button', id: 'shareSend', onclick: () => run(send) },
        t('shareSend'))] : []),
    element('button', { type: 'button', id: 'shareKeep', onclick: () => run(keep) },
      t('shareKeep')), said);
}
