package pane

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
	"orglearn/sim/setups"
)

func parsed(t *testing.T, link string) *Setting {
	t.Helper()
	s, err := Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func opened(t *testing.T, link string) *Session {
	t.Helper()
	p, err := New(parsed(t, link), 0)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const two = "seed=7&a=organization/communities&b=organization/hierarchy"

// A link without values is the library's own scenario: the same state at every tick.
func TestSessionIsTheLibrarysRun(t *testing.T) {
	s := parsed(t, two+"&conditions/conditions/absorb=0.2&b:organization/hierarchy/span=6")
	on := setups.Default()
	on.Absorb = .2
	for pane, scenario := range []sim.Scenario{
		setups.Communities{On: &on}.Scenario(), setups.Hierarchy{On: &on, Span: 6}.Scenario(),
	} {
		m, err := sim.New(scenario, 7, 0)
		if err != nil {
			t.Fatal(err)
		}
		p, err := New(s, pane)
		if err != nil {
			t.Fatal(err)
		}
		for tick := 0; ; tick++ {
			frame, more, err := p.Next(nil)
			if err != nil {
				t.Fatal(err)
			}
			if !more {
				break
			}
			checkFrame(t, p, frame, m, tick)
			m.Step()
		}
		if p.Model().Tick() != on.Ticks {
			t.Errorf("it ran to tick %d, want %d", p.Model().Tick(), on.Ticks)
		}
	}
}

func checkFrame(t *testing.T, p *Session, frame []byte, m *sim.Model, tick int) {
	t.Helper()
	score := math.Float64frombits(le.Uint64(frame[16:]))
	switch {
	case int(le.Uint32(frame)) != len(frame), int(le.Uint32(frame[4:])) != tick:
		t.Fatalf("tick %d: the frame has length %d and tick %d", tick, le.Uint32(frame),
			le.Uint32(frame[4:]))
	case le.Uint64(frame[8:]) != Hash(m):
		t.Fatalf("tick %d: the hash differs from the library's run", tick)
	case score != metrics.Score.Of(m):
		t.Fatalf("tick %d: the score is %v, want %v", tick, score, metrics.Score.Of(m))
	}
	people := frame[16+8*len(p.ms)+12:]
	for person := range m.People() {
		want := byte(254 * rightOf(m, person) / m.Dimensions())
		if people[person] != want {
			t.Fatalf("tick %d: person %d is %d, want %d", tick, person, people[person], want)
		}
	}
}

// rightOf counts the dimensions in which a person is right, one by one.
func rightOf(m *sim.Model, person int) (n int) {
	for d := range m.Dimensions() {
		if b := m.Beliefs(person).Get(d); b != 0 && b == m.Landscape().Truth().Get(d) {
			n++
		}
	}
	return n
}

func TestHashSeesBeliefsAndNorms(t *testing.T) {
	p := opened(t, two)
	was := Hash(p.model)
	other := agents.Belief(1)
	if p.model.Beliefs(99).Get(63) == 1 {
		other = -1
	}
	p.model.Beliefs(99).Set(63, other)
	if Hash(p.model) == was {
		t.Error("a belief changed, and the hash did not")
	}
	was = Hash(p.model)
	p.model.Norm(0, 39).Set(0, 1)
	if Hash(p.model) == was {
		t.Error("a norm changed, and the hash did not")
	}
}

// A branch is the old run up to its tick, and another after it. It is what Follow makes.
func TestBranch(t *testing.T) {
	old := hashes(t, two)
	branch := hashes(t, two+"&then=60&then:conditions/conditions/absorb=0.9")
	if !slices.Equal(old[:61], branch[:61]) {
		t.Error("the branch differs before it begins")
	}
	if old[61] == branch[61] {
		t.Error("the branch does not differ after it begins")
	}
	if same := hashes(t, two+"&then=60"); !slices.Equal(old, same) {
		t.Error("a branch that changes nothing differs")
	}
	s := parsed(t, two+"&then=60&then:conditions/conditions/people=50")
	if _, err := New(s, 0); err == nil {
		t.Error("a branch with other people is taken")
	}
}

func hashes(t *testing.T, link string) (all []uint64) {
	t.Helper()
	p := opened(t, link)
	for {
		frame, more, err := p.Next(nil)
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			return all
		}
		all = append(all, le.Uint64(frame[8:]))
	}
}

// The band is that of the replicates 1 to 30 as package metrics measures them.
func TestBandIsThatOfReplicates(t *testing.T) {
	p := opened(t, two+"&conditions/conditions/ticks=20")
	b := p.Band()
	for more := true; more; {
		var err error
		if more, err = b.Step(); err != nil {
			t.Fatal(err)
		}
	}
	mean, low, high := b.Read(0)
	s := setups.Communities{}.Scenario()
	s.Ticks = 20
	table, err := metrics.Measure(t.Context(), sim.Experiment{Scenarios: []sim.Scenario{s},
		Replicates: Replicates, First: 1, Seed: 7}, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	want := table.Estimate("communities", metrics.Score, 20).Mean
	if len(mean) != 21 || math.Abs(mean[20]-want) > 1e-12 {
		t.Errorf("the mean is %v at %d ticks, want %v at 21", mean[len(mean)-1], len(mean), want)
	}
	if !(low[20] < mean[20] && mean[20] < high[20]) {
		t.Errorf("the deciles are %v and %v around %v", low[20], high[20], mean[20])
	}
}

// March's runs end at an equilibrium after some 20 periods of at most 1,000. Their band is measured
// at each of them, and not as one straight line.
func TestBandOfShortRuns(t *testing.T) {
	p := opened(t, "a=model/march&seed=7")
	b := p.Band()
	for more := true; more; {
		var err error
		if more, err = b.Step(); err != nil {
			t.Fatal(err)
		}
	}
	mean, _, _ := b.Read(0)
	if len(mean) > 50 || mean[10]-mean[9] > (mean[3]-mean[2])/2 {
		t.Errorf("the band is %v, want one that rises less and less", mean)
	}
}

// Points are dropped in a long run, and its band still is that of its replicates, at the last tick
// too.
func TestBandOfLongRuns(t *testing.T) {
	for _, ticks := range []int{103, 400, 401} {
		p := opened(t, fmt.Sprintf("a=organization/isolated&conditions/conditions/people=10"+
			"&conditions/conditions/ticks=%d&seed=7", ticks))
		b := p.Band()
		for more := true; more; {
			var err error
			if more, err = b.Step(); err != nil {
				t.Fatal(err)
			}
		}
		s := setups.Isolated{}.Scenario()
		s.People, s.Ticks = 10, ticks
		table, err := metrics.Measure(t.Context(), sim.Experiment{Scenarios: []sim.Scenario{s},
			At: []int{8, ticks}, Replicates: Replicates, First: 1, Seed: 7}, metrics.Score)
		if err != nil {
			t.Fatal(err)
		}
		mean, _, _ := b.Read(0)
		for _, tick := range []int{8, ticks} {
			want := table.Estimate(table.Scenarios()[0], metrics.Score, tick).Mean
			if len(mean) != ticks+1 || math.Abs(mean[tick]-want) > 1e-12 {
				t.Errorf("the mean at tick %d of %d is %v, want %v", tick, len(mean)-1,
					mean[min(tick, len(mean)-1)], want)
			}
		}
	}
}

// Runs of unequal length keep their last values, also where points are dropped after they ended.
func TestBandKeepsLastValues(t *testing.T) {
	of := func(values ...float64) []float64 { return values }
	b := &Band{session: &Session{ms: Metrics()[:1]}, every: 1, done: 2, last: 3}
	b.values = [][]float64{of(0, 1, 2, 3), of(0, 1, 2), of(0, 1, 2, 3, 4, 5)}
	b.thin()
	for r, want := range [][]float64{of(0, 2, 3), of(0, 2), of(0, 2, 4)} {
		if !slices.Equal(b.values[r], want) {
			t.Errorf("run %d keeps %v, want %v", r, b.values[r], want)
		}
	}
}

// Whatever stands in a pane, and however many they are, something is drawn.
func TestPictureSaysSomething(t *testing.T) {
	for _, k := range Table() {
		if switched(k) || k.Role == kinds.Conditions {
			continue
		}
		for _, people := range []string{"100", "500", "5000"} {
			link := "a=" + key(k) + "&conditions/conditions/people=" + people
			if k.Role == kinds.Model {
				if people == "5000" {
					continue
				}
				link = "a=" + key(k)
			}
			p, err := New(parsed(t, link), 0)
			if err != nil {
				t.Fatalf("%s: %v", link, err)
			}
			if picture := p.Picture(); len(picture.X)+len(picture.Units) == 0 {
				t.Errorf("%s: nothing is drawn of %d people", link, picture.People)
			}
		}
	}
}

// Who stands where does not depend on the communities, and every seat has a line.
func TestPicture(t *testing.T) {
	communities := opened(t, two).Picture()
	isolated := opened(t, "a=organization/isolated").Picture()
	if !slices.Equal(communities.X, isolated.X) || !slices.Equal(communities.Y, isolated.Y) {
		t.Error("the same people in the same teams stand in other places")
	}
	if len(communities.Lines) != 200 || communities.Seats != 2 || communities.Norms != 40 {
		t.Errorf("%d lines, %v seats and %d norms, want 200, 2 and 40", len(communities.Lines),
			communities.Seats, communities.Norms)
	}
	large := opened(t, two+"&conditions/conditions/people=500").Picture()
	if large.X != nil || len(large.Units) != 200 {
		t.Errorf("of 500 people %d are drawn and %d units, want 0 and 200", len(large.X),
			len(large.Units))
	}
}

// Of a real organization no person is drawn, and no unit of fewer than five.
func TestRealPeopleAreNotShown(t *testing.T) {
	for _, link := range []string{"arranged=chart", "arranged=contacts",
		"data=lawfirm&a:organization/bundled/arranged=departments"} {
		p := opened(t, "a=organization/bundled&a:organization/bundled/"+link)
		if p.picture.X != nil || !p.picture.Real {
			t.Errorf("%s: people are drawn", link)
		}
		for _, u := range p.picture.Units {
			if u.People < Anonymous {
				t.Errorf("%s: a unit of %d people is drawn", link, u.People)
			}
		}
		frame, _, err := p.Next(nil)
		if err != nil || len(frame) != 16+8*len(p.ms)+12+2*len(p.picture.Units)+1 {
			t.Errorf("%s: the frame has %d bytes (%v), want nothing of people", link, len(frame),
				err)
		}
	}
	s := parsed(t, "a=organization/bundled")
	p, err := New(s, 0)
	if err != nil {
		t.Fatal(err)
	}
	small := slices.IndexFunc(p.model.Units(0).Sizes(), func(n int) bool { return n < Anonymous })
	if _, err := s.Detail(0, small, 10); err == nil {
		t.Errorf("unit %d of fewer than five people is told", small)
	}
}

// Pairs are drawn anew in every tick, and a frame says so. Others have no new lines.
func TestFrameHasNewLines(t *testing.T) {
	p := opened(t, "a=organization/pairs")
	p.Next(nil)
	frame, _, _ := p.Next(nil)
	plain := 16 + 8*len(p.ms) + 12 + 3*100 + 2*len(p.picture.Units) + 1
	if frame[plain-1] != 1 || int(le.Uint32(frame[plain:])) != (len(frame)-plain-4)/8 {
		t.Errorf("the frame of %d bytes says %d lines", len(frame), le.Uint32(frame[plain:]))
	}
	p = opened(t, two)
	p.Next(nil)
	if frame, _, _ := p.Next(nil); frame[len(frame)-1] != 0 {
		t.Error("a frame of communities has new lines")
	}
}

func TestDetailIsWhatTheNormHolds(t *testing.T) {
	s := parsed(t, two)
	d, err := s.Detail(0, 3, 50)
	if err != nil {
		t.Fatal(err)
	}
	p := opened(t, two)
	for range 51 {
		p.Next(nil)
	}
	norm := p.model.Norm(0, 3)
	if len(d.Held) != norm.Known() || d.Tick != 50 || d.People != 5 {
		t.Errorf("%d dimensions at tick %d of %d people, want %d at 50 of 5", len(d.Held), d.Tick,
			d.People, norm.Known())
	}
	for _, h := range d.Held {
		if (norm.Get(h.Dimension) > 0) != h.Yes || h.Since < 1 || h.Since > 50 {
			t.Errorf("%+v is not what the norm holds", h)
		}
		for _, v := range h.Voices {
			if !slices.Contains(p.model.Units(0).Voices(3), int32(v)) {
				t.Errorf("%d is no voice of the unit", v)
			}
		}
	}
}

// A condition that an organization does not take changes nothing in it. The size of the others
// follows the conditions; what people heed may change nothing where they have but one seat.
func TestIgnores(t *testing.T) {
	other := map[string]string{"people": "60", "dimensions": "32", "block": "8", "seen": "32",
		"superior": ".9", "absorb": ".4", "attention": "2", "ticks": "30"}
	for _, k := range List("").Kinds {
		if k.Role != string(kinds.Organization) && k.Role != string(kinds.Model) || k.Switched {
			continue
		}
		for name, value := range other {
			key := "conditions/conditions/" + name
			link := "seed=7&conditions/conditions/ticks=20&a=" + k.Key
			same := slices.Equal(hashes(t, link), hashes(t, link+"&"+key+"="+value))
			ignored := slices.Contains(k.Ignores, key)
			size := name == "people" || name == "dimensions" || name == "ticks"
			if ignored && !same || size && same != ignored {
				t.Errorf("%s: that %s changes nothing is %v, and Ignores is %v", k.Key, key,
					same, k.Ignores)
			}
		}
	}
}

// What is offered can be run, and what cannot be run is not offered.
func TestOffers(t *testing.T) {
	s := parsed(t, two)
	for _, key := range []string{"organization/matrix", "model/march", "mechanism/trust",
		"event/turnover", "organization/bundled"} {
		if !s.Offers(0, key) {
			t.Errorf("%s is not offered", key)
		}
	}
	// What is taken for granted needs a strength; landscapes have at most 24 dimensions, not 64.
	for _, key := range []string{"event/tradition", "reality/nk"} {
		if s.Offers(0, key) {
			t.Errorf("%s is offered", key)
		}
	}
	if got := s.Nearest(0, "conditions/conditions/dimensions", 62); got != 64 {
		t.Errorf("instead of 62 dimensions %v, want 64: blocks of 4 and 16 seen", got)
	}
}
