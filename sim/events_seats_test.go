package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// leaders returns who leads each unit of the first channel.
func leaders(m *sim.Model) (all []int32) {
	u := m.Units(0)
	for k := range u.Len() {
		all = append(all, u.Voices(k)[slices.Index(u.Ranks(k), network.Leader)])
	}
	return all
}

// ledTeams is a scenario of led teams of 5 in which nobody learns.
func ledTeams(events ...sim.Event) sim.Scenario {
	c := certain("work", network.Led{Of: network.Isolated{Size: 5}})
	c.Objectify, c.Internalize = agents.Superior{}, agents.Absorb{}
	s := byHand(100, 8, c)
	s.Ticks, s.Events = 12, events
	return s
}

// Leaders stay, move among each other, or mix with everybody.
func TestLeadersInAReshuffle(t *testing.T) {
	for _, c := range []struct {
		leaders     sim.Placing
		stay, other bool // whether all leaders stay, and whether others come to lead
	}{
		{sim.LeadersMix, false, true}, {sim.LeadersStay, true, false},
		{sim.LeadersMove, false, false},
	} {
		m := built(t, ledTeams(sim.Reshuffle{Channel: "work", Every: 3, Leaders: c.leaders}), 1, 0)
		first := leaders(m)
		advance(t, m, 2)
		if !slices.Equal(leaders(m), first) {
			t.Fatal("leaders change before the time")
		}
		step(t, m)
		now := leaders(m)
		if got := slices.Equal(now, first); got != c.stay {
			t.Errorf("%d: leaders stay: %v", c.leaders, got)
		}
		slices.Sort(now)
		if got := !slices.Equal(now, first); got != c.other {
			t.Errorf("%d: others lead: %v", c.leaders, got)
		}
	}
}

// With Stay, so many sixteenths of people stay. The others exchange places.
func TestSomeStayInAReshuffle(t *testing.T) {
	stayed := 0
	for replicate := range uint64(40) {
		m := built(t, ledTeams(sim.Reshuffle{Channel: "work", Every: 1, Stay: 12}), 1, replicate)
		step(t, m)
		for p := range m.People() {
			if int(m.Units(0).Of(p)[0]) == p/5 {
				stayed++
			}
		}
	}
	// 3/4 stay, and of the others one in 20 comes back to his unit: .7625, with a standard error of
	// at most .007 over 4000 people
	if share := float64(stayed) / 4000; share < .7625-.03 || share > .7625+.03 {
		t.Errorf("%.3f stay, want about .7625", share)
	}
	m := built(t, ledTeams(sim.Reshuffle{Channel: "work", Every: 1, Stay: 16}), 1, 0)
	was := m.Units(0).Clone(false)
	advance(t, m, 4)
	for u := range was.Len() {
		if !slices.Equal(was.Voices(u), m.Units(0).Voices(u)) {
			t.Errorf("unit %d has changed", u)
		}
	}
}

// Who stands highest within what the unit is about is elected.
func TestElectLeaders(t *testing.T) {
	for _, c := range []struct {
		agenda agents.Agenda
		want   []int32
	}{{about([]int{0, 1}), []int32{2, 4}}, {about([]int{2, 3}), []int32{1, 3}},
		{nil, []int32{0, 3}}} {
		channel := among("work", []int32{0, 1, 2}, []int32{3, 4})
		channel.Structure = network.Led{Of: channel.Structure}
		channel.Agenda = c.agenda
		channel.Objectify, channel.Internalize = agents.Superior{}, agents.Absorb{}
		s := byHand(5, 4, channel)
		s.Events = []sim.Event{sim.ElectLeaders{Channel: "work", Every: 2}}
		m := built(t, s, 1, 0)
		believe(m, []int8{1, 0, 1, 0}, []int8{-1, -1, 1, 1}, []int8{1, 1, -1, -1},
			[]int8{0, 0, 1, 0}, []int8{0, 1, -1, 0})
		first := leaders(m)
		step(t, m)
		if got := leaders(m); !slices.Equal(got, first) {
			t.Fatalf("before the election %v lead, want %v", got, first)
		}
		step(t, m)
		if got := leaders(m); !slices.Equal(got, c.want) {
			t.Errorf("%v are elected, want %v", got, c.want)
		}
	}
}

// Voices of equal standing are elected equally often.
func TestElectionsAreDrawn(t *testing.T) {
	counts := make([]int, 3)
	for replicate := range uint64(600) {
		channel := among("work", []int32{0, 1, 2, 3})
		channel.Structure = network.Led{Of: channel.Structure}
		s := byHand(4, 1, channel)
		s.Channels[0].Internalize = agents.Absorb{}
		s.Events = []sim.Event{sim.ElectLeaders{Channel: "work", Every: 1}}
		m := built(t, s, 1, replicate)
		believe(m, []int8{1}, []int8{1}, []int8{1}, []int8{0})
		step(t, m)
		counts[leaders(m)[0]]++
	}
	for p, n := range counts {
		if n < 154 || n > 246 { // 200 within 4 standard errors: 4 sqrt(600/3·2/3) = 46
			t.Errorf("person %d is elected %d times of 600, want about 200", p, n)
		}
	}
}

// Merit is judged on whole blocks within what the unit is about.
func TestMeritOfABody(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Agenda, channel.Internalize = about([]int{1, 2, 3, 4, 5}), agents.Absorb{}
	s := byHand(2, 8, channel)
	s.Reality = sim.Blocks{Size: 2}
	m := built(t, s, 1, 0)
	step(t, m)
	for _, c := range []struct {
		body []int8
		want int32
	}{
		{[]int8{1, 1, 1, 1, 1, 1, 1, 1}, 4}, {[]int8{1, 1, 0, 1, 1, 1, 1, 1}, 2},
		{[]int8{1, 1, 0, 0, 1, 0, 1, 1}, 0},
	} {
		hold(m, m.Beliefs(0), c.body)
		if got := m.Merit(0, 0, m.Beliefs(0)); got != c.want {
			t.Errorf("the merit of %v is %d, want %d", c.body, got, c.want)
		}
	}
	plain := built(t, byHand(2, 8, among("work", []int32{0, 1})), 1, 0)
	hold(plain, plain.Beliefs(0), []int8{1, 1, -1, 0, 0, 0, 0, 0})
	if got := plain.Merit(0, 0, plain.Beliefs(0)); got != 1 {
		t.Errorf("without an agenda the merit is %d, want the score 1", got)
	}
}

// A body is better with another word if its score is larger.
func TestPaysMore(t *testing.T) {
	more := 0
	for _, reality := range []sim.Reality{
		sim.Blocks{Size: 2}, sim.Blocks{Size: 3}, sim.Additive{}, sim.NK{K: 1},
	} {
		dimensions := 90
		if _, ok := reality.(sim.NK); ok {
			dimensions = 20
		}
		s := byHand(1, dimensions, among("work", []int32{0}))
		s.Reality, s.Beliefs = reality, agents.Mixed{}
		m, draw := built(t, s, 1, 0), agents.NewStream(3)
		for range 300 {
			truth, i := m.Landscape().Truth(), draw.IntN(agents.Width(dimensions))
			body := truth.Clone()
			for w := range body {
				body[w] = turned(body[w], draw.Coins(.1, agents.Lanes(dimensions, w)))
			}
			other := body.Clone()
			other[i] = turned(truth[i], draw.Coins(.1, agents.Lanes(dimensions, i)))
			want := m.Landscape().Score(other) > m.Landscape().Score(body)
			if m.PaysMore(body, i, other[i]) != want {
				t.Fatalf("%T: %v with word %d %v is better: %v", reality, body, i, other[i], !want)
			}
			if want {
				more++
			}
		}
	}
	if more < 100 || more > 900 {
		t.Errorf("%d of 1,200 are better, too few or many to test", more)
	}
}

func turned(w agents.Word, lanes uint64) agents.Word {
	return w.Take(agents.Word{Yes: w.No, No: w.Yes}, lanes)
}

// Who tries alone is told what all his units together are about: nil where that is everything.
func TestAboutOfWhoTries(t *testing.T) {
	var told []uint64
	try := agents.TryFunc(func(p *person, _, _ knowledge) bool {
		if p.ID == 1 {
			told = slices.Clone(p.About)
		}
		return false
	})
	agenda := agents.AboutFunc(func(u *unit, about []uint64) { about[0] = 1 << u.ID })
	for _, c := range []struct {
		units  [][]int32
		agenda agents.Agenda
		want   []uint64
	}{
		{[][]int32{{0, 1}, {2}, {1, 2}}, agenda, []uint64{0b101}},
		{[][]int32{{0, 1}, {2}, {1, 2}}, nil, nil},
		{[][]int32{{0, 2}}, agenda, nil},
	} {
		channel := among("work", c.units...)
		channel.Agenda = c.agenda
		s := byHand(3, 4, channel)
		s.Experience = try
		told = []uint64{77}
		step(t, built(t, s, 1, 0))
		if !slices.Equal(told, c.want) {
			t.Errorf("in units %v he is told of %b, want %b", c.units, told, c.want)
		}
		s.Channels = append(s.Channels, among("everything", []int32{1}))
		step(t, built(t, s, 1, 0))
		if told != nil {
			t.Errorf("with a seat that is about everything he is told of %b, want nil", told)
		}
	}
}
