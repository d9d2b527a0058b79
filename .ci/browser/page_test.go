package browser

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const two = "a=organization/communities&b=organization/hierarchy&seed=1991"

// At each tick the browser's state is that of the run without a page: four scenarios, and a real
// organization beside a published model.
func TestHashesAreTheLibrarys(t *testing.T) {
	p := start(t, 1280, 800)
	server := served(t)
	for link, ticks := range map[string]int{
		two + "&c=organization/pairs&d=organization/communities&event/turnover=1" +
			"&event/turnover/rate=0.01&d:mechanism/trust=1&d:event/turbulence=1": 201,
		"a=organization/bundled&b=model/march&seed=7": 18,
	} {
		p.open(server, link)
		want := traced(t, link)
		got := eval[[][]string](p, "live.engine.runs.map(r => r.frames.map(f => f.hash))")
		for i, hashes := range got {
			rows := want[string(rune('a'+i))]
			if len(hashes) < ticks || len(rows) != len(hashes) {
				t.Fatalf("pane %d has %d and %d ticks, want %d at least", i, len(hashes), len(rows),
					ticks)
			}
			for tick, hash := range hashes {
				if hash != rows[tick][2] {
					t.Fatalf("pane %d differs at tick %d", i, tick)
				}
			}
		}
	}
	p.ends(server)
}

// A worker whose program fails says so, and the next run begins with another.
func TestFailingWorker(t *testing.T) {
	p := start(t, 1280, 800)
	p.open(served(t), two)
	eval[bool](p, "live.engine.workers[1].then((w) => "+
		"{ w.postMessage({ ask: 'nothing', args: [], id: 1 }); return true; })")
	const problem = "document.getElementById('problem').textContent"
	p.wait(problem + ".includes('its program has ended')")
	if text := eval[string](p, problem); !strings.HasPrefix(text, "b: hierarchy: ") {
		t.Errorf("the page says %q", text)
	}
	if answer := eval[string](p, `(async () => { // one that fails at its start answers, too
		const { engine } = live;
		const { module } = engine;
		engine.module = 'no module';
		const { error } = await engine.ask(1, 'nearest');
		engine.module = module;
		return error; })()`); !strings.Contains(answer, "its program has ended") {
		t.Errorf("a worker that cannot start answers %q", answer)
	}
	p.do(chromedp.Click("#newSeed"))
	p.wait("live.link.query.get('seed') !== '1991'")
	p.whole()
	if text := eval[string](p, problem); text != "" {
		t.Errorf("the page still says %q", text)
	}
}

// What can be clicked and dragged does what it says, and the table says what the run without a
// page does.
func TestHands(t *testing.T) {
	p := start(t, 1280, 800)
	server := served(t)
	p.open(server, two)
	p.do(chromedp.Click("#restart"))
	p.wait("live.tick === 0")
	p.do(chromedp.Click("#forward"), chromedp.Click("#forward"), chromedp.Click("#backward"))
	p.wait("live.tick === 1 && " + // and it is read out
		"document.getElementById('said').textContent.startsWith('tick 1, a: communities .0')")
	p.do(chromedp.Click("#play"))
	p.wait("live.tick > 3")
	eval[bool](p, "live.speed = 0, document.getElementById('scrub').value = 150, "+
		"document.getElementById('scrub').oninput(), true")
	p.wait("live.tick > 150")
	p.do(chromedp.Click("#restart"))
	p.wait("live.tick < 50 && live.playing")
	eval[bool](p, "document.getElementById('scrub').value = 190, "+
		"document.getElementById('scrub').oninput(), true")
	p.wait("!live.playing && live.tick === 200 && " + // and it is read out
		"document.getElementById('said').textContent.startsWith('tick 200, a: communities .7')")
	dragged := eval[[]float64](p, `(() => {
		const b = document.querySelector('[data-slider="conditions/conditions/absorb"]');
		b.scrollIntoView({ block: 'center' });
		const r = b.getBoundingClientRect();
		return [r.left + 8 + (r.width - 16) * 0.1, r.top + r.height / 2, r.left + r.width * 0.5];
	})()`)
	p.do(chromedp.DragAndDropXY(dragged[0], dragged[1], dragged[2], dragged[1], 5))
	p.wait("Number(live.link.get('conditions/conditions/absorb', 'a')) > 0.3")
	p.whole()
	p.wait("location.hash.includes('absorb')")
	link := strings.TrimPrefix(eval[string](p, "location.hash"), "#")
	p.do(chromedp.Click("#values summary"))
	p.wait("document.querySelectorAll('#values td').length > 20")
	row := eval[[]string](p, `[...document.querySelectorAll('#values tbody tr')][5].innerText
		.split('\t').map(s => s.trim().split(' ')[0])`)
	for i, name := range []string{"a", "b"} {
		value, err := strconv.ParseFloat(traced(t, link)[name][100][3], 64)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.TrimPrefix(fmt.Sprintf("%.3f", value), "0")
		if row[0] != "100" || row[i+1] != want {
			t.Errorf("the table says %v, want %s of pane %s at tick 100", row, want, name)
		}
	}
	// A unit at the pointer is forgotten where there are fewer, and a number that does not fit
	// moves to the nearest only while it is the last that was typed.
	eval[bool](p, `(() => { live.places[0].network.pointed = 'u12';
		window.type = (people) => {
			const box = document.querySelector('[data-field="conditions/conditions/people"] ' +
				'input[type=number]');
			box.value = people;
			box.onchange();
		};
		type(25);
		return true; })()`)
	p.wait("live.engine.runs[0].picture?.Units.length === 10 && !live.places[0].network.pointed")
	p.whole()
	eval[bool](p, `(() => { const { engine } = live;
		const ask = engine.ask.bind(engine);
		window.late = new Promise((resolve) => {
			engine.ask = async (i, name, ...of) => {
				const answer = await ask(i, name, ...of);
				if (name === 'nearest' && i === 0) {
					type(30);
					setTimeout(() => resolve(answer), 50);
				}
				return answer;
			};
		});
		type(21);
		return true; })()`)
	near := eval[int](p, "late")
	p.whole()
	if got := eval[string](p, "live.link.get('conditions/conditions/people')"); got != "30" {
		t.Errorf("30 was typed after 21, which moves to %d, and people are %s", near, got)
	}
	p.ends(server)
}

// A change from a tick on keeps what was before, and shows the old run beside it.
func TestBranch(t *testing.T) {
	p := start(t, 1280, 800)
	server := served(t)
	p.open(server, two)
	old := eval[[]string](p, "live.engine.runs[0].frames.map(f => f.hash)")
	p.do(chromedp.Click("#branch")) // at the end nothing would follow
	p.wait("document.getElementById('problem').textContent.startsWith('The run ends here')")
	p.whole()
	eval[bool](p, "document.getElementById('scrub').value = 50, "+
		"document.getElementById('scrub').oninput(), true")
	p.do(chromedp.Click("#branch"))
	p.whole()
	eval[bool](p, `(() => {
		const b = document.querySelector('[data-slider="conditions/conditions/absorb"]');
		b.value = 0.9; b.oninput(); return true; })()`)
	p.wait("location.hash.includes('then:conditions')")
	p.whole()
	now := eval[[]string](p, "live.engine.runs[0].frames.map(f => f.hash)")
	if strings.Join(old[:51], "") != strings.Join(now[:51], "") || old[60] == now[60] {
		t.Error("the branch differs before its tick, or not after it")
	}
	const pale = "JSON.stringify(live.engine.runs.map((r) => r.old?.map((v) => v[0])))"
	line := eval[string](p, pale)
	eval[bool](p, `(() => {
		const b = document.querySelector('[data-slider="conditions/conditions/people"]');
		b.value = 200; b.oninput(); return true; })()`)
	p.wait("document.getElementById('problem').textContent.startsWith('This cannot change within')")
	p.whole()
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(eval[string](p, "location.href")))
	p.whole()
	p.wait("live.engine.runs.every((r) => r.old)")
	if again := eval[string](p, pale); line == "[null,null]" || again != line {
		t.Error("the link of a branch opens it with another old run")
	}
	p.ends(server)
	eval[bool](p, `(() => { // what was changed stays where a program fails for another reason
		const b = document.querySelector('[data-slider="conditions/conditions/absorb"]');
		b.value = 0.8; b.oninput(); return true; })()`)
	p.wait("location.hash.includes('absorb=0.8')")
	p.whole()
	eval[bool](p, "live.engine.workers[1].then((w) => "+
		"{ w.postMessage({ ask: 'nothing', args: [], id: 1 }); return true; })")
	p.wait("document.getElementById('problem').textContent.includes('its program has ended')")
	if hash := eval[string](p, "location.hash"); !strings.Contains(hash, "absorb=0.8") {
		t.Errorf("a program failed, and the link is %s", hash)
	}
}

// The keyboard reaches everything that the mouse does.
func TestKeyboard(t *testing.T) {
	p := start(t, 1280, 800)
	server := served(t)
	p.open(server, two)
	seen := map[string]bool{}
	for range 40 {
		p.do(chromedp.KeyEvent(kb.Tab))
		seen[eval[string](p, "document.activeElement.id || document.activeElement.dataset.slider"+
			" || document.activeElement.getAttribute('aria-label') || ''")] = true
	}
	for _, id := range []string{"learn", "copy", "save", "play", "scrub", "metric", "seed",
		"Organization a", "Look into a: communities", "branch",
		"conditions/conditions/people"} {
		if !seen[id] {
			t.Errorf("tabs do not reach %s: %v", id, seen)
		}
	}
	eval[bool](p, "document.getElementById('scrub').focus(), true")
	p.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.ArrowRight))
	p.wait("live.tick === 1 && " +
		"document.getElementById('scrub').getAttribute('aria-valuetext').startsWith('tick 1,')")
	eval[bool](p, "window.gone = live.engine.workers[1], true")
	const focused = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"
	for _, c := range []struct{ selector, key, want string }{
		{`[aria-label="Organization a"]`, kb.ArrowDown, "Organization a"},
		{`[aria-label="each its own: absorb"]`, kb.Enter, "same for all: absorb"},
		{"#branch", " ", "branch"},
		{`[aria-label^="Remove b"]`, kb.Enter, "add"},
		{"#add", kb.Enter, "Organization b"},
	} {
		eval[bool](p, "document.querySelector(`"+c.selector+"`).focus(), true")
		p.do(chromedp.KeyEvent(c.key))
		p.whole()
		if got := eval[string](p, focused); got != c.want {
			t.Errorf("after a key on %s the focus is on %q, want %q", c.selector, got, c.want)
		}
	}
	if left := eval[string](p, "gone.then((worker) => worker.left ?? '')"); left == "" {
		t.Error("the worker of a pane that was removed goes on")
	}
	eval[bool](p, "document.getElementById('learn').focus(), true")
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait("document.querySelectorAll('.card').length === 8 && " +
		"document.activeElement.id === 'lessons-title'")
	p.ends(server)
}

// Nothing is cut off on a phone, and the page has no accessibility violation, dark or light.
func TestPhoneAndAccessibility(t *testing.T) {
	axe := os.Getenv("AXE")
	need(t, "axe-core (AXE is its path)", axe != "")
	script, err := os.ReadFile(axe)
	if err != nil {
		t.Fatal(err)
	}
	p := start(t, 320, 640)
	server := served(t)
	for _, scheme := range []string{"dark", "light"} {
		p.scheme(scheme)
		p.open(server, two+"&c=organization/isolated&mechanism/trust=1"+
			"&b:conditions/conditions/absorb=0.2")
		if scheme == "light" { // the line of the tick stays at its tick when the plot grows
			p.do(chromedp.EmulateViewport(640, 640), chromedp.EmulateViewport(320, 640))
			p.wait(`Math.abs(new DOMMatrix(getComputedStyle(live.curves.cursor).transform).e -
				live.curves.plot.valToPos(live.tick, 'x') -
				live.curves.plot.bbox.left / devicePixelRatio) < 2 && live.tick === 200`)
		}
		p.do(chromedp.Click("#values summary"))
		eval[bool](p, `(() => { const unit = document.querySelector('.units select');
			unit.value = 'u0'; unit.onchange(); return true; })()`)
		p.wait("!!document.querySelector('.detail li')")
		if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > 320 {
			t.Errorf("the page is %d wide on a screen of 320", wide)
		}
		paper := eval[string](p, "getComputedStyle(document.body).backgroundColor")
		if (paper == "rgb(255, 255, 255)") != (scheme == "light") {
			t.Errorf("%s: the page is %s", scheme, paper)
		}
		eval[bool](p, "document.getElementById('lessons').hidden && "+
			"document.getElementById('learn').click(), true")
		chromedp.Run(p.ctx, chromedp.Evaluate[any](string(script)))
		for _, violation := range eval[[]string](p, `axe.run().then(r => r.violations.map(v =>
			v.id + ': ' + v.nodes.map(n => n.html.slice(0, 150)).slice(0, 3).join(' | ')))`) {
			t.Errorf("%s: %s", scheme, violation)
		}
	}
	phoneLesson(p)
	p.ends(server)
}

// On a phone a lesson has its question first, and shows the curves when they run. A run that ends
// earlier than the tick shown is shown at its end.
func phoneLesson(p *page) {
	p.Helper()
	p.do(chromedp.Click(".card"), chromedp.Click("#lessons input"),
		chromedp.Click("#lessons button.main"))
	p.wait("live.playing")
	const top = ".getBoundingClientRect().top"
	if tops := eval[[]float64](p, "['lessons', 'plot', 'controls'].map((id) => "+
		"document.getElementById(id)"+top+")"); tops[0] > 0 || tops[1] < 0 || tops[1] > 441 ||
		tops[2] < tops[1] {
		p.Errorf("the lesson, the curves and the settings begin at %v", tops)
	}
	p.do(chromedp.Click("#play"))
	eval[bool](p, "document.getElementById('scrub').value = 150, "+
		"document.getElementById('scrub').oninput(), true")
	p.wait("live.tick === 150")
	eval[bool](p, `(() => {
		const b = document.querySelector('[data-slider="conditions/conditions/ticks"]');
		b.value = 40; b.oninput(); return true; })()`)
	p.wait("live.tick === 40 && document.getElementById('scrub').max === '40'")
}

// The page of one file opens from disk, and so does a run that it saves, without anything else.
func TestFromDisk(t *testing.T) {
	p := start(t, 1280, 800)
	p.open("file://"+single, two)
	p.wait("live.engine.runs.every(r => r.whole === 30)")
	saved := eval[string](p, `(async () => { URL.createObjectURL = () => 'data:,';
		const { save } = live.parts; return await save(); })()`)
	path := filepath.Join(t.TempDir(), "run.html")
	if err := os.WriteFile(path, []byte(saved), 0o644); err != nil {
		t.Fatal(err)
	}
	if len(saved) > 1<<20 {
		t.Errorf("a saved run has %d bytes, want at most a megabyte", len(saved))
	}
	want := eval[string](p, "live.engine.runs[1].frames[150].hash")
	p.do(chromedp.Navigate("file://" + path))
	p.whole()
	if got := eval[string](p, "live.engine.runs[1].frames[150].hash"); got != want {
		t.Errorf("the saved run has hash %s at tick 150, want %s", got, want)
	}
	p.do(chromedp.Click("#restart"))
	p.wait("live.tick === 0")
	p.do(chromedp.Click("#values summary"))
	p.wait("document.querySelectorAll('#values td').length > 20")
	for name, text := range damaged(t, saved) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		p.do(chromedp.Reload())
		p.wait("document.readyState === 'complete' && !!document.getElementById('problem')" +
			".textContent")
		if got := eval[string](p, "document.getElementById('problem').textContent"); !strings.
			HasPrefix(got, "This saved run") {
			t.Errorf("%s: the page says %q", name, got)
		}
	}
	p.ends("file://")
}

// damaged returns what may become of a saved run.
func damaged(t *testing.T, saved string) map[string]string {
	t.Helper()
	const mark = `<script type="text/plain" id="saved">`
	head, data, ok := strings.Cut(saved, mark)
	if !ok {
		t.Fatal("the saved run has no mark")
	}
	all := map[string]string{"edited": head + mark + "AAAA" + data,
		"cut off": head + mark + data[:len(data)/2]}
	for _, run := range []string{"null", "[]", "{}", `{"link":"a=x","catalog":{"Metrics":[1]},` +
		`"runs":[{"values":[[1]],"ticks":0,"picture":{"People":1},"frames":[{"right":5}]}]}`} {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(run))
		w.Close()
		all[run] = head + mark + base64.StdEncoding.EncodeToString(b.Bytes()) + "</script>"
	}
	return all
}

// A link keeps what belongs to a pane with the pane.
func TestLink(t *testing.T) {
	p := start(t, 1280, 800)
	server := served(t)
	p.open(server, two)
	for script, want := range map[string]string{
		"l.set('x/y', '1'); l.unlink('x/y', '0')": "a=1&b=2" +
			"&a:x/y=1&b:x/y=1",
		"l.unlink('x/y', '5'); l.set('x/y', '6', 'b')": "a=1&b=2" +
			"&a:x/y=5&b:x/y=6",
		"l.set('x/y', '3', 'b'); l.set('x/y', '4', 'a'); l.relink('x/y')": "a=1&b=2&x/y=4",
		"l.set('x/y', '3', 'b'); l.removePane('a')":                       "a=2&a:x/y=3",
		"l.set('x/y', '3', 'a'); l.removePane('a')":                       "a=2",
		"l.addPane('9')": "a=1&b=2&c=9",
		"l.turn('x/y', true); l.turn('x/y', false)": "a=1&b=2",
		"l.turn('x/y', true); l.query.set('then', '7'); l.turn('x/y')": "a=1&b=2" +
			"&x/y=1&then=7&then:x/y=0",
		"l.set('x/y', '3'); l.clear('x/y', '5')": "a=1&b=2",
		"l.set('x/y', '3'); l.query.set('then', '7'); l.clear('x/y', '5')": "a=1&b=2" +
			"&x/y=3&then=7&then:x/y=5",
		"l.set('x/y', '3', 'b'); l.query.set('then', '7'); l.clear('x/y', '5')": "a=1&b=2" +
			"&b:x/y=3&then=7&then:b:x/y=5",
		"l.set('x/y', '3', 'b'); l.query.set('then', '7'); l.relink('x/y', '5')": "a=1&b=2" +
			"&b:x/y=3&then=7&then:x/y=5",
		"l.query.set('then', '7'); l.set('x/y', '3')": "a=1&b=2&then=7&then:x/y=3",
		"l.query.set('then', '7'); l.set('x/y', '3', 'b'); l.removePane('a')": "a=2&then=7" +
			"&then:a:x/y=3",
		"l.query.set('advice', '7'); l.removePane('a')": "a=2&advice=7",
	} {
		got := eval[string](p, "(async () => { const { Link } = await import('./link.js');"+
			"const l = new Link('#a=1&b=2');"+script+"; return l.text(); })()")
		if got != want {
			t.Errorf("%s: %s, want %s", script, got, want)
		}
	}
}

// A student runs his share and sends it to the teacher, whose program keeps it.
func TestClass(t *testing.T) {
	p := start(t, 1280, 800)
	folder := t.TempDir()
	class := program("-class", "127.0.0.1:0", "-code", "apple", "-out", folder)
	out, err := class.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := class.Start(); err != nil {
		t.Fatal(err)
	}
	defer class.Wait()
	defer class.Process.Kill()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.Split(strings.Fields(line)[2], "#")[0]
	p.open(address, two+"&conditions/conditions/ticks=20&class=1")
	p.do(chromedp.SendKeys("#student", "7"), chromedp.SendKeys("#code", "apple"),
		chromedp.Click("#shareSend"))
	p.wait("document.querySelector('details.share p[role=status]').textContent === 'Sent.'")
	sent, err := os.ReadFile(filepath.Join(folder, "share-0007.txt"))
	if err != nil {
		t.Fatal(err)
	}
	link := strings.TrimPrefix(eval[string](p, "location.hash"), "#")
	again := program("-share", "7", "-link", link, "-out", folder)
	if said, err := again.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	own, err := os.ReadFile(filepath.Join(folder, "share-0007.txt"))
	if err != nil || !bytes.Equal(own, sent) {
		t.Errorf("the share of the page is not that of the program (%v)", err)
	}
	p.ends(address)
}
