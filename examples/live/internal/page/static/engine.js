// The engine: a worker for each pane runs ahead, and what it sends is kept.
import { decode } from './frame.js';
import { t } from './words.js';

const kept = 64 << 20; // bytes of frames of one run

export class Run {
  constructor(pane, number) {
    Object.assign(this, { pane, number, frames: [], values: [], bands: null, whole: 0, ticks: 0,
      picture: null, error: null, more: true, bytes: 0, offered: {}, old: null, past: [] });
  }
}

export class Engine {
  constructor(catalog, onchange) {
    Object.assign(this, { catalog, onchange, runs: [], workers: [], number: 0, asked: new Map(),
      questions: 0, module: null, text: null, base: null });
  }

  // start compiles the library.
  async start() { this.module = await WebAssembly.compile(await libraryBytes()); }

  // open runs a link in all its panes anew. Of a branch it runs what it leaves as well.
  open(link, offers) {
    const panes = link.panes();
    const base = link.query.has('then') ? link.base().text() : null;
    const known = this.known(base);
    Object.assign(this, { text: link.text(), base, number: this.number + 1 });
    this.runs = panes.map((pane, i) => Object.assign(new Run(pane, this.number),
      { old: known[i] ?? null }));
    // Workers of panes that are gone would go on with their bands.
    this.workers.splice(panes.length).forEach((w) => w?.then((worker) => this.end(worker, 'gone')));
    this.runs.forEach((run, i) => {
      const message = { open: this.text, pane: i, number: this.number,
        metrics: this.catalog.Metrics.length, offers, base: run.old ? null : base };
      this.worker(i).then((worker) => {
        if (message.number === this.number) worker.postMessage(message);
      });
    });
  }

  // known returns the values of a link without a branch, where they are whole.
  known(base) {
    if (base === null) return [];
    if (base === this.base) return this.runs.map((run) => run.old);
    return base === this.text ? this.runs.map((run) => (run.more || run.error ? null
      : run.values)) : [];
  }

  // worker returns the worker of a pane, when it is ready.
  worker(i) {
    this.workers[i] ??= new Promise((ready) => {
      const worker = new Worker(workerAddress());
      worker.onmessage = ({ data }) => {
        if (data.failed) this.leave(i, worker, data.failed);
        else if (!data.ready) this.hear(i, data);
        if (data.ready || data.failed) ready(worker);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.leave(i, worker, event.message);
        ready(worker); // so that nothing waits for it
      };
      worker.postMessage({ module: this.module, organizations: this.catalog.Organizations });
    });
    return this.workers[i];
  }

  // leave leaves a worker that failed, and says why. The next run of the pane makes another.
  leave(i, worker, why) {
    if (worker.left) return;
    this.end(worker, why);
    this.workers[i] = undefined;
    const run = this.runs[i];
    if (run) this.hear(i, { number: run.number, error: worker.left });
  }

  // end ends a worker, and answers what it was asked.
  end(worker, why) {
    worker.left = t('ended', { why });
    worker.terminate();
    for (const [id, { worker: of, resolve }] of this.asked) {
      if (of !== worker) continue;
      resolve({ error: worker.left });
      this.asked.delete(id);
    }
  }

  // rest lets workers pause for so many milliseconds between chunks of what may wait.
  rest(ms) {
    this.workers.forEach((w) => w?.then((worker) => worker.postMessage({ rest: ms })));
  }

  // ask asks the worker of a pane, and returns its answer.
  async ask(i, name, ...args) {
    const worker = await this.worker(i);
    if (worker.left) return { error: worker.left };
    const id = this.questions += 1;
    return new Promise((resolve) => {
      this.asked.set(id, { worker, resolve });
      worker.postMessage({ ask: name, args, id });
    });
  }

  hear(i, data) {
    if (data.id !== undefined) {
      this.asked.get(data.id)?.resolve(data.answer);
      this.asked.delete(data.id);
      return;
    }
    const run = this.runs[i];
    if (!run || data.number !== run.number) return;
    if (data.error) Object.assign(run, { error: data.error, more: false });
    if (data.picture) Object.assign(run, { picture: data.picture, ticks: data.picture.Ticks });
    if (data.frames) this.keep(run, data);
    if (data.past) this.keepOld(run, data);
    if (data.bands) run.bands = data.bands.map(([mean, low, high]) => ({ mean, low, high }));
    if (data.whole) run.whole = data.whole;
    if (data.offered) Object.assign(run.offered, data.offered);
    this.onchange(run, data);
  }

  keep(run, { frames: buffer, more }) {
    const { picture } = run;
    run.bytes += buffer.byteLength;
    const shape = { metrics: this.catalog.Metrics.length, people: (picture.X ?? []).length,
      units: (picture.Units ?? []).length };
    for (const frame of decode(buffer, shape)) {
      run.lines = frame.lines ?? run.lines;
      frame.lines = run.lines; // those of the last frame that had new ones
      run.values.push(frame.values);
      run.frames.push(run.bytes < kept ? frame : undefined);
    }
    run.more = more;
    if (!more) run.ticks = run.values.length - 1;
  }

  // keepOld keeps the values of the run that a branch leaves.
  keepOld(run, { past, shape, more }) {
    for (const frame of decode(past, shape)) run.past.push(frame.values);
    if (!more) run.old = run.past;
  }
}

// libraryBytes returns the library, unpacked.
async function libraryBytes() {
  const inDocument = document.getElementById('live.wasm.gz');
  const packed = inDocument
    ? new Blob([Uint8Array.from(atob(inDocument.textContent), (c) => c.charCodeAt(0))]).stream()
    : (await fetch('live.wasm.gz')).body;
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

let address = 'worker.js';

// workerAddress is that of the worker's file, or of its text in the document.
function workerAddress() {
  const inDocument = document.getElementById('worker.js');
  if (inDocument && address === 'worker.js') {
    address = URL.createObjectURL(new Blob([inDocument.textContent], { type: 'text/javascript' }));
  }
  return address;
}
