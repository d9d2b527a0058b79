package metrics_test

import (
	"math"
	"testing"

	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/formation"
)

// forming is an organization of teams and communities that come and go.
func forming() sim.Scenario {
	c := ring(channel, network.Isolated{Size: 4})
	c.Agenda, c.Participate = practice.Domain{Topics: 8}, practice.Tally{}
	return sim.Scenario{
		Name: "forming", People: 40, Dimensions: 64, Ticks: 40, Channels: []sim.Channel{c},
		Reality: sim.Blocks{Size: 4}, Self: practice.Interests{Topics: 8, Each: 3},
		Events: []sim.Event{sim.Turnover{Rate: .01}, formation.Formation{
			Channel: channel, Every: 2, Founders: 3, Seats: 2, Join: .05, Contact: 2,
			Patience: 8, Size: 2, Life: 9,
		}},
	}
}

// The measures of communities are what a slow count of the run gives, at every tick.
func TestCommunitiesAreCounted(t *testing.T) {
	type seen struct {
		ages            map[int]int // by birth
		joined, closed  float64
		before          map[int]map[int]bool // members by birth
		contacts        map[int]map[int]bool // of each person
		want            [][9]float64
		births, endings int
	}
	x := seen{ages: map[int]int{}}
	look := func(m *sim.Model) {
		units, memory := m.Units(0), must(m.Remembered(channel))
		now, in := map[int]map[int]bool{}, map[int]bool{}
		size, age, n, shared, seats, idle := 0., 0., 0., 0., 0., 0.
		for u := range units.Len() {
			c := practice.Community(memory.Agenda(u))
			if c.Domain() == 0 {
				continue
			}
			members := map[int]bool{}
			for _, p := range units.Audience(u) {
				members[int(p)], in[int(p)] = true, true
				for topic := range 8 {
					if c.Domain().Has(topic) && practice.TopicSet(m.Self(int(p))[0]).Has(topic) {
						shared++
					}
				}
			}
			seats += float64(len(members))
			size, age, n = size+float64(len(members)), age+float64(m.Tick()-c.Born()), n+1
			idle += float64(c.Idle())
			if _, old := x.ages[c.Born()]; !old {
				x.births++
			}
			now[c.Born()], x.ages[c.Born()] = members, m.Tick()-c.Born()
			for p := range members {
				if was := x.before[c.Born()]; was != nil && !was[p] {
					x.joined++
					for q := range was {
						if q != p && x.contacts[p][q] {
							x.closed++
							break
						}
					}
				}
			}
		}
		x.endings += len(x.before) - alive(x.before, now)
		x.before, x.contacts = now, map[int]map[int]bool{}
		waits, places := 0., 0.
		for p := range m.People() {
			x.contacts[p] = map[int]bool{}
			for _, u := range units.Of(p) {
				_, seat := memory.Part(p, int(u))
				waits, places = waits+float64(seat[0]), places+1
				for _, q := range units.Voices(int(u)) {
					x.contacts[p][int(q)] = true
				}
			}
		}
		old, lived := 0., 0.
		for born, age := range x.ages {
			if m.Tick()-born >= 12 {
				old++
				if age >= 12 {
					lived++
				}
			}
		}
		x.want = append(x.want, [9]float64{n, size / n, age / n,
			float64(len(in)) / float64(m.People()), shared / seats, lived / old,
			x.closed / x.joined, idle / n, waits / places})
	}
	traced(t, forming(), metrics.Communities(channel), look)
	for i, of := range []metrics.Metric{
		metrics.Communities(channel), metrics.CommunitySize(channel),
		metrics.CommunityAge(channel), metrics.InCommunities(channel),
		metrics.Affinity(channel), metrics.Survival(channel, 12), metrics.Closure(channel),
		metrics.CommunityIdle(channel), metrics.Idle(channel),
	} {
		for tick, got := range traced(t, forming(), of, nil) {
			want := x.want[tick][i]
			if math.Abs(got-want) > 1e-12 || math.IsNaN(got) != math.IsNaN(want) {
				t.Fatalf("tick %d: %s is %v, want %v", tick, of.Name, got, want)
			}
		}
	}
	last := x.want[len(x.want)-1]
	if x.births < 5 || x.endings < 3 || x.joined < 5 || last[5] == 0 || last[5] == 1 ||
		last[6] == 0 || last[6] == 1 || last[7] == 0 || last[8] == 0 {
		t.Errorf("%d births, %d ends, %v joined, the last %v: too little to test", x.births,
			x.endings, x.joined, last)
	}
}

// alive is how many communities of before are there now.
func alive(before, now map[int]map[int]bool) (n int) {
	for born := range before {
		if now[born] != nil {
			n++
		}
	}
	return n
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A channel in which none form has no communities. Without such a channel there is an error.
func TestNoCommunities(t *testing.T) {
	plain := sim.Scenario{Name: "plain", People: 8, Dimensions: 8, Ticks: 1,
		Channels: []sim.Channel{ring(channel, network.Isolated{Size: 4})}}
	for _, of := range []metrics.Metric{
		metrics.CommunitySize(channel), metrics.Survival(channel, 1), metrics.Closure(channel),
	} {
		if got := traced(t, plain, of, nil)[1]; !math.IsNaN(got) {
			t.Errorf("%s is %v, want missing", of.Name, got)
		}
	}
	if got := traced(t, plain, metrics.Communities(channel), nil)[1]; got != 0 {
		t.Errorf("%v communities, want 0", got)
	}
	if err := metrics.Closure("none").Fits(plain); err == nil {
		t.Error("no error without the channel")
	}
	if err := metrics.Survival(channel, 0).Fits(plain); err == nil {
		t.Error("no error for a survival of 0 ticks")
	}
}
