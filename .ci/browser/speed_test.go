package browser

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

var speed = flag.Bool("speed", false, "measure frames a second, sliders and the first picture")

// Times are measured only with -speed, because they depend on the machine.
func TestSpeed(t *testing.T) {
	if !*speed {
		t.Skip("it needs a quiet machine: -speed")
	}
	server := served(t)
	for _, c := range []struct{ people, least int }{{100, 50}, {500, 50}, {5000, 25}} {
		t.Run(strconv.Itoa(c.people), func(t *testing.T) { playing(t, server, c.people, c.least) })
	}
	t.Run("waiting", func(t *testing.T) { waiting(t, server) })
}

// playing measures frames a second while two panes play.
func playing(t *testing.T, server string, people, least int) {
	p := start(t, 1280, 800)
	p.open(server, fmt.Sprintf("%s&conditions/conditions/people=%d", two, people))
	p.do(chromedp.Click("#restart"))
	p.wait("live.tick === 0")
	p.do(chromedp.Click("#play"))
	frames := eval[float64](p, `new Promise((done) => {
		const began = performance.now();
		let n = 0;
		const next = () => {
			const took = performance.now() - began;
			if (took > 4000) done(n * 1000 / took);
			else { n++; requestAnimationFrame(next); }
		};
		requestAnimationFrame(next);
	})`)
	t.Logf("%d people: %.1f frames a second", people, frames)
	if frames < float64(least) {
		t.Errorf("%d people: %.1f frames a second, want %d", people, frames, least)
	}
}

// waiting measures how long one waits for the first picture, and for curves after a slider.
func waiting(t *testing.T, server string) {
	p := start(t, 1280, 800)
	p.do(chromedp.Navigate(server + "#" + two))
	first := eval[float64](p, `new Promise((done) => {
		const look = () => {
			const there = globalThis.live?.engine?.runs.length > 1 &&
				live.engine.runs.every((r) => r.values.length > 0);
			if (there) done(performance.now());
			else requestAnimationFrame(look);
		};
		look();
	})`)
	t.Logf("the first picture after %.0f ms", first)
	p.whole()
	var took []float64
	for i := range 10 {
		took = append(took, eval[float64](p, fmt.Sprintf(`new Promise((done) => {
			const b = document.querySelector('[data-slider="conditions/conditions/absorb"]');
			live.latency = 0;
			b.value = Number(b.min) + (Number(b.max) - Number(b.min)) * %g;
			b.dispatchEvent(new Event('input', { bubbles: true }));
			const look = () => {
				if (live.latency > 0) done(live.latency);
				else setTimeout(look, 1);
			};
			look();
		})`, .2+.05*float64(i))))
	}
	slices.Sort(took)
	t.Logf("a slider to whole curves: %.0f ms at least, %.0f in the middle", took[0], took[5])
	if first > 2000 || took[5] > 150 {
		t.Error("want 2,000 ms and 150 ms at most")
	}
}
