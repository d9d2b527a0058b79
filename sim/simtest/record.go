package simtest

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/sim"
)

// run is all that a model shows, tick by tick.
type run []moment

// moment is all that a model shows at one tick.
type moment struct {
	name string // which run and tick it is
	tick int    // tick of the model; it stays the same after the run is over
	rows []row
}

// row is one thing recorded of one person, unit or channel.
type row struct {
	what   string // for messages only: the compared run may name a channel otherwise
	number int
	words  []uint64
}

// record records all that a model shows.
func record(m *sim.Model) moment {
	r := moment{name: m.String(), tick: m.Tick()}
	r.add("the world", 0, words(m.Landscape().Truth()))
	for p := range m.People() {
		r.add("the belief of person", p, words(m.Beliefs(p)))
		r.add("the self of person", p, slices.Clone(m.Self(p)))
		r.add("the coming and going of person", p, []uint64{uint64(m.Joined(p)), bit(m.Vacant(p))})
		if m.Topics() > 0 {
			r.add("the opinion of person", p, numbers(m.Opinion(p)))
		}
	}
	channels := m.Scenario().Channels
	for c := range m.Channels() {
		f := m.Flow(c)
		flow := []uint64{uint64(f.Said), uint64(f.Objectified), uint64(f.Taken)}
		r.add("the flow of channel", c, flow)
		for p := range m.People() {
			r.add("the claim in "+channels[c].Name+" of person", p, words(m.Claims(c, p)))
		}
		for u := range m.Norms(c) {
			r.add("the norm in "+channels[c].Name+" of unit", u, words(m.Norm(c, u)))
		}
		r.remember(m, channels[c].Name)
	}
	for c, channel := range m.Scenario().RealChannels {
		for p := range m.People() {
			r.add("the claim in "+channel.Name+" of person", p, numbers(m.RealClaims(c, p)))
		}
		for u := range m.RealNorms(c) {
			r.add("the norm in "+channel.Name+" of unit", u, numbers(m.RealNorm(c, u)))
		}
		r.remember(m, channel.Name)
	}
	return r
}

// remember records what the rules of a channel remember.
func (r *moment) remember(m *sim.Model, channel string) {
	x, err := m.Remembered(channel)
	if err != nil {
		panic(err)
	}
	units := unitsOf(m, channel)
	for p := range m.People() {
		of := slices.Concat(x.Speaking(p), x.Learning(p))
		for _, u := range units.Of(p) {
			person, seat := x.Part(p, int(u))
			of = slices.Concat(of, x.Seat(p, int(u)), person, seat)
			person, seat = x.Asking(p, int(u))
			of = slices.Concat(of, person, seat)
			person, seat = x.Reusing(p, int(u))
			of = slices.Concat(of, person, seat)
		}
		r.add("what rules in "+channel+" remember of person", p, of)
	}
	for u := range units.Len() {
		of := slices.Concat(x.Unit(u), x.Planes(u))
		for k := range units.Voices(u) {
			of = append(of, x.Tie(u, k)...)
		}
		r.add("what rules in "+channel+" remember of unit", u, of)
	}
}

func (r *moment) add(what string, number int, words []uint64) {
	r.rows = append(r.rows, row{what, number, words})
}

func words(k agents.Knowledge) []uint64 {
	all := make([]uint64, 0, 2*len(k))
	for _, w := range k {
		all = append(all, w.Yes, w.No)
	}
	return all
}

func numbers(o opinion.Opinion) []uint64 {
	all := make([]uint64, len(o))
	for i, v := range o {
		all[i] = math.Float64bits(v)
	}
	return all
}

func bit(is bool) uint64 {
	if is {
		return 1
	}
	return 0
}

// at returns the moments of the run at some ticks. After the end of the run it repeats the last
// one.
func (r run) at(ticks []int) run {
	all := make(run, len(ticks))
	for i, t := range ticks {
		all[i] = r[min(t, len(r)-1)]
	}
	return all
}

// same reports whether the run is the one wanted, and reports the first difference to t.
func (r run) same(t testing.TB, how string, want run) bool {
	t.Helper()
	if len(r) != len(want) {
		t.Errorf("simtest: %s: %s has %d ticks, want %d", want[0].name, how, len(r), len(want))
		return false
	}
	for i, m := range r {
		if !m.same(t, how, want[i]) {
			return false
		}
	}
	return true
}

// same reports whether the moment is the one wanted, and reports the first difference to t.
func (r moment) same(t testing.TB, how string, want moment) bool {
	t.Helper()
	if r.tick != want.tick || len(r.rows) != len(want.rows) {
		t.Errorf("simtest: %s, %s: it stands at tick %d with %d rows, want %d",
			want.name, how, r.tick, len(r.rows), len(want.rows))
		return false
	}
	for i, got := range r.rows {
		w := want.rows[i]
		if got.number != w.number || !slices.Equal(got.words, w.words) {
			t.Errorf("simtest: %s, %s: %s %d is %#x, want %#x",
				want.name, how, got.what, got.number, got.words, w.words)
			return false
		}
	}
	return true
}
