package pane

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orglearn/network"
	"orglearn/network/data"
	"orglearn/sim"
	"orglearn/sim/setups"
)

var update = flag.Bool("update", false, "write bundled.txt anew")

// reals returns the arrangements of all real organizations as package setups has them.
func reals(t *testing.T) (all []firm, scenarios []sim.Scenario) {
	t.Helper()
	for _, name := range data.Names() {
		roster, err := data.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		active, err := roster.Active()
		if err != nil {
			t.Fatal(err)
		}
		r := setups.Real{Roster: active}
		for i, arrange := range []func() (sim.Scenario, error){
			r.Hierarchy, r.Isolated, r.Communities,
		} {
			if i == 0 && r.MadeUp() {
				continue
			}
			s, err := arrange()
			if err != nil {
				t.Fatal(err)
			}
			scenarios = append(scenarios, s)
			all = append(all, firmOf(t, name, arrangements[i], s))
		}
	}
	return all, scenarios
}

func firmOf(t *testing.T, set, arranged string, s sim.Scenario) firm {
	t.Helper()
	u, err := s.Channels[0].Structure.Build(s.People, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := firm{Set: set, Arranged: arranged, People: s.People}
	for k := range u.Len() {
		if g := u.Graph(); g != nil {
			f.Heard = append(f.Heard, g.Heard(k))
			f.Weights = append(f.Weights, weights(g, k))
			continue
		}
		f.Units = append(f.Units, u.Voices(k))
		f.Leaders = append(f.Leaders, slices.Index(u.Ranks(k), network.Leader))
	}
	return f
}

func weights(g *network.Graph, person int) []float32 {
	if w := g.Weights(person); w != nil {
		return w
	}
	return slices.Repeat([]float32{1}, len(g.Heard(person)))
}

// textOf returns what bundledText says it is.
func textOf(all []firm) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintln(&b, "#", f.Set, f.Arranged, f.People)
		for k, voices := range f.Units {
			fmt.Fprintln(&b, f.Leaders[k], strings.Trim(fmt.Sprint(voices), "[]"))
		}
		for p, heard := range f.Heard {
			var words []string
			for i, q := range heard {
				word := strconv.Itoa(int(q))
				if w := f.Weights[p][i]; w != 1 {
					word += "*" + strconv.FormatFloat(float64(w), 'g', -1, 32)
				}
				words = append(words, word)
			}
			fmt.Fprintln(&b, strings.Join(words, " "))
		}
	}
	return b.String()
}

func TestBundledIsTheData(t *testing.T) {
	all, scenarios := reals(t)
	text := textOf(all)
	if *update {
		if err := os.WriteFile("bundled.txt", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if text != bundledText {
		t.Fatal("bundled.txt is not what the data hold: run the test with -update, and again")
	}
	for i, f := range firms() {
		if !reflect.DeepEqual(f, all[i]) {
			t.Errorf("%s by %s is not read as it was written", f.Set, f.Arranged)
		}
		s, err := f.structure()
		if err != nil {
			t.Fatal(err)
		}
		on := setups.Default()
		on.People = f.People
		got, want := after(t, on.Scenario("x", s)), after(t, scenarios[i])
		if got != want {
			t.Errorf("%s by %s runs otherwise than package setups has it", f.Set, f.Arranged)
		}
	}
}

// after returns the hash after ten ticks.
func after(t *testing.T, s sim.Scenario) uint64 {
	t.Helper()
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	return Hash(m)
}
