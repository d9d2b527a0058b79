// A worker runs one pane: the library as WebAssembly. It works in chunks, so that it hears
// messages.
/* global Go, orglearn */
if (!self.Go) importScripts('wasm_exec.js');

const chunk = 12; // milliseconds
const told = 10; // replicates from one report of a band to the next
let rest = 0; // milliseconds between chunks of a band, for the page that plays
let job = null;
const loop = new MessageChannel();
loop.port1.onmessage = turn;
const again = () => loop.port2.postMessage(0);

// start runs the library. It tells if that cannot begin, or ends.
async function start({ module, organizations }) {
  self.organizations = organizations;
  try {
    const go = new Go();
    const ended = go.run(await WebAssembly.instantiate(module, go.importObject));
    postMessage({ ready: true });
    await ended;
    postMessage({ failed: 'exit' });
  } catch (error) {
    postMessage({ failed: error.message });
  }
}

self.onmessage = ({ data }) => {
  if (data.module) start(data);
  else if (data.open) open(data);
  else if (data.rest !== undefined) rest = data.rest;
  else ask(data);
};

function open({ open: link, pane, number, metrics, offers, base }) {
  const picture = orglearn.open(link, pane);
  if (picture.error) {
    job = null;
    postMessage({ number, error: picture.error });
    return;
  }
  const idle = job === null;
  job = { number, link, pane, metrics, offers: [...offers], frames: true, band: true, whole: 0,
    base };
  postMessage({ number, picture });
  if (idle) again();
}

// ask answers a question: nearest, detail or share, with its arguments.
function ask({ ask: name, args, id }) {
  postMessage({ id, answer: orglearn[name](...args) });
}

function turn() {
  if (!job) return;
  const pause = job.frames ? 0 : rest;
  if (job.frames) frames();
  else if (job.base) past();
  else if (job.band) band();
  else if (job.offers.length) offer();
  else job = null;
  if (job && pause) setTimeout(turn, pause);
  else if (job) again();
}

function fail(error) {
  postMessage({ number: job.number, error });
  job = null;
}

function frames() {
  const result = orglearn.run(chunk);
  if (result.error) {
    fail(result.error);
    return;
  }
  job.frames = result.more;
  const { buffer } = result.frames;
  postMessage({ number: job.number, frames: buffer, more: result.more }, [buffer]);
}

// past runs what a branch leaves, and then opens the branch again for its band.
function past() {
  if (!job.shape) {
    const { X, Units, error } = orglearn.open(job.base, job.pane);
    job.shape = { metrics: job.metrics, people: X?.length ?? 0, units: Units?.length ?? 0 };
    if (error) job.base = null;
  }
  const result = job.base ? orglearn.run(chunk) : {};
  if (result.frames) {
    const { buffer } = result.frames;
    postMessage({ number: job.number, past: buffer, shape: job.shape, more: result.more },
      [buffer]);
  }
  if (result.more) return;
  job.base = null;
  orglearn.open(job.link, job.pane);
}

function band() {
  const result = orglearn.band(chunk);
  if (result.error) {
    fail(result.error);
    return;
  }
  job.band = result.more;
  const tell = !result.more || Math.floor(result.done / told) > Math.floor(job.whole / told);
  if (tell) {
    const bands = Array.from({ length: job.metrics }, (_, i) => orglearn.read(i));
    postMessage({ number: job.number, bands, whole: result.done });
  } else if (result.done > job.whole) postMessage({ number: job.number, whole: result.done });
  job.whole = result.done;
}

function offer() {
  const end = performance.now() + chunk;
  const offered = {};
  while (job.offers.length && performance.now() < end) {
    const key = job.offers.pop();
    offered[key] = orglearn.offer(job.link, job.pane, key) === true;
  }
  postMessage({ number: job.number, offered });
}
