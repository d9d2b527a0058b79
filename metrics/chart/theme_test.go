package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestColorMapIsReadInGrey(t *testing.T) {
	before := -1.0
	for i := range 200 {
		l := luminance(shade(viridis, float64(i)/199))
		if l < before {
			t.Fatalf("at %d of 199 the map becomes darker", i)
		}
		before = l
	}
	for i := range 100 {
		a, b := luminance(shade(diverging, float64(i)/200)),
			luminance(shade(diverging, 1-float64(i)/200))
		if math.Abs(a-b) > 0.12 {
			t.Errorf("%d of 200 from the ends the lights are %.2f and %.2f, want about the same", i,
				a, b)
		}
	}
}

func TestWordsAreReadable(t *testing.T) {
	for k := 1; k <= Colors; k++ {
		if ratio := 1.05 / (luminance(readable(Color(k))) + 0.05); ratio < 4.5 {
			t.Errorf("words in colour %d have a contrast of %.1f, want 4.5", k, ratio)
		}
	}
	for i := range 50 {
		for _, m := range []string{"viridis", "diverging"} {
			ground := shade(viridis, float64(i)/49)
			if m == "diverging" {
				ground = shade(diverging, float64(i)/49)
			}
			a, b := luminance(ground)+0.05, luminance(over(ground))+0.05
			if ratio := max(a, b) / min(a, b); ratio < 4.5 {
				t.Errorf("numbers on %s at %d have a contrast of %.1f", m, i, ratio)
			}
		}
	}
}

func TestColorRepeats(t *testing.T) {
	if Color(1) != Color(1+Colors) || Color(0) != Color(Colors) || Color(-Colors) != Color(Colors) {
		t.Error("the palette does not begin again")
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		s     scale
		n     int
		whole bool
		want  string
	}{
		{scale{0, 1, false}, 5, false, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{scale{0, 1, false}, 4, false, "0.00 0.25 0.50 0.75 1.00"},
		{scale{-0.13, 0.31, false}, 5, false, "−0.1 0.0 0.1 0.2 0.3"},
		{scale{0, 3, false}, 8, true, "0 1 2 3"},
		{scale{0, 10, false}, 4, true, "0 5 10"},
		{scale{0, 25000, false}, 3, false, "0 10,000 20,000"},
		{scale{-2e4, 0, false}, 2, false, "−20,000 −10,000 0"},
		{scale{0, 4e9, false}, 2, false, "0 2e+09 4e+09"},
		{scale{0, 2e-7, false}, 2, false, "0 1e−07 2e−07"},
		{scale{0.8499, 0.8511, false}, 3, false, "0.8500 0.8505 0.8510"},
		{scale{200, 2e6, true}, 8, true, "1,000 10,000 100,000 1,000,000"},
		{scale{200, 2e6, true}, 2, true, "10,000 1,000,000"},
		{scale{1.4, 1400, true}, 6, true, "10 100 1,000"},
		{scale{3, 150, true}, 6, false, "5 10 20 50 100"},
		{scale{3, 150, true}, 3, false, "10 100"},
		{scale{100, 700, true}, 4, false, "100 200 500"},
		{scale{150, 700, true}, 4, false, "200 400 600"},
		{scale{1e-6, 1e13, true}, 4, false, "0.0001 1 10,000 100,000,000 1e+12"},
	} {
		var got []string
		for _, tick := range c.s.ticks(c.n, c.whole) {
			got = append(got, tick.text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v in %d: %v, want %s", c.s, c.n, got, c.want)
		}
	}
}

func TestWrapAndFit(t *testing.T) {
	const width = 80
	for _, s := range []string{"", " ", "one", strings.Repeat("wordsandwords", 4),
		"the quick brown fox jumps over it"} {
		lines := textPen.wrap(s, width)
		if textPen.widest(lines) > width || textPen.width(textPen.fit(s, width)) > width {
			t.Errorf("%q is too wide as %q", s, lines)
		}
		if joined := strings.Join(lines, " "); joined != strings.TrimSpace(s) &&
			!strings.Contains(joined, "…") {
			t.Errorf("%q became %q", s, lines)
		}
	}
}

func FuzzCleanWordsAreSafe(f *testing.F) {
	f.Add("a\x00b\xffc\n<&>")
	f.Fuzz(func(t *testing.T, s string) {
		p := Curves{Title: s, Series: []Series{{Name: s, X: []float64{0, 1}, Y: []float64{0, 1}}}}
		if texts := fmt.Sprint(svgTexts(t, encode(t, "svg", p))); strings.ContainsRune(texts, 0) {
			t.Errorf("%q", texts)
		}
	})
}
