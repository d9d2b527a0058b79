package report_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/binary"
	"io"
	"iter"
	"regexp"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/report"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// input runs a small study.
func input(t *testing.T) report.Input {
	t.Helper()
	at := func(make func(*setups.Conditions) sim.Scenario) func(study.Point) (sim.Scenario, error) {
		return func(p study.Point) (sim.Scenario, error) {
			on := setups.Default()
			on.People, on.Ticks, on.Absorb = 30, 20, p.Number("absorb")
			on.Attention = int(p.Number("attention"))
			return make(&on), nil
		}
	}
	s := study.Study{
		Question: "Who <learns> faster?", Seed: 7, Replicates: 8, Randomized: true,
		Organizations: []study.Organization{
			{Name: "hierarchy", Recipe: "span 4", New: at(func(on *setups.Conditions) sim.Scenario {
				return setups.Hierarchy{On: on}.Scenario()
			})},
			{Name: "isolated", Recipe: "size 5", New: at(func(on *setups.Conditions) sim.Scenario {
				return setups.Isolated{On: on}.Scenario()
			})},
		},
		Axes: []study.Axis{{Name: "absorb", Values: study.Numbers(.1, .5)},
			{Name: "attention", Values: study.Numbers(1, 2)}},
		Record: []study.Record{{Metric: metrics.Consensus, At: []int{5, 20}}},
		Compare: []study.Compare{{Metric: "consensus", Tick: 20,
			Between: [2]string{"hierarchy", "isolated"}, Margin: .01}},
		Hypotheses: []study.Hypothesis{{Name: "contact", Metric: "consensus", Tick: 20,
			Higher: "hierarchy absorb=0.5 attention=1", Lower: "isolated absorb=0.5 attention=1"}},
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	var all []study.Result
	err = p.Run(context.Background(), p.Tasks(), 0, func(_ study.Task, rs []study.Result) error {
		all = append(all, rs...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	all[0].Failed = "it & broke"
	return report.Input{Study: s, Data: gather(t, p, all), File: "a.yaml",
		Before: []string{s.Hypotheses[0].Hash()}}
}

func gather(t *testing.T, p study.Plan, all []study.Result) *study.Data {
	t.Helper()
	d, err := study.Gather(p, iter.Seq2[study.Result, error](func(
		yield func(study.Result, error) bool,
	) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func write(t *testing.T, in report.Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The page says what it must, fetches nothing, has no NaN, and is the same when made again.
func TestReport(t *testing.T) {
	in := input(t)
	page := write(t, in)
	for _, want := range []string{"Who &lt;learns&gt; faster?", "<svg", "Consensus at 20: at ",
		"hierarchy is higher than isolated", `hypothesis &#34;contact&#34; is `,
		"1 runs failed", "it &amp; broke", "span 4", "seats a person", in.Data.Plan.Hash(),
		"run -seed 7 -replicates 8 a.yaml", "ODD protocol", "Student",
		"isolated randomized"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	rest := regexp.MustCompile(`base64,[A-Za-z0-9+/=]*`).ReplaceAllString(page, "")
	rest = strings.NewReplacer("http://www.w3.org/2000/svg", "", "http://www.w3.org/1999/xlink",
		"").Replace(rest)
	for _, never := range []string{"http:", "https:", "<script", "<link", "<img", "NaN", "+Inf"} {
		if strings.Contains(rest, never) {
			t.Errorf("the page has %q", never)
		}
	}
	if write(t, in) != page {
		t.Error("made again, the page has other bytes")
	}
}

// Without comparisons, hypotheses or axes the page says so.
func TestReportOfLittle(t *testing.T) {
	in := input(t)
	in.Study.Compare, in.Study.Hypotheses = nil, nil
	page := write(t, in)
	for _, want := range []string{"compares nothing", "None was stated", "so this is no claim"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	in.Data = gather(t, in.Data.Plan, nil)
	if err := report.Write(io.Discard, in); err == nil {
		t.Error("a study without runs has a report")
	}
}

// The font in the page is the whole font, packed.
func TestFont(t *testing.T) {
	page := write(t, input(t))
	code := regexp.MustCompile(`base64,([A-Za-z0-9+/=]*)`).FindStringSubmatch(page)
	font, err := base64.StdEncoding.DecodeString(code[1])
	if err != nil || string(font[:4]) != "wOFF" || len(font) != int(u32(font, 8)) {
		t.Fatalf("the font has %d bytes: %v", len(font), err)
	}
	ttf := liberationsansregular.TTF
	total := 12 + 16*uint32(binary.BigEndian.Uint16(font[12:]))
	for i := range int(binary.BigEndian.Uint16(font[12:])) {
		entry, old := font[44+20*i:], ttf[12+16*i:]
		from, packed, length := u32(entry, 4), u32(entry, 8), u32(entry, 12)
		table := font[from : from+packed]
		if packed < length {
			r, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				t.Fatal(err)
			}
			if table, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		at := u32(old, 8)
		if string(entry[:4]) != string(old[:4]) || !bytes.Equal(table, ttf[at:at+u32(old, 12)]) {
			t.Errorf("table %q is not that of the font", entry[:4])
		}
		total += (length + 3) / 4 * 4
	}
	if got := u32(font, 16); got != total {
		t.Errorf("the font says that it has %d bytes when unpacked, want %d", got, total)
	}
}

func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
