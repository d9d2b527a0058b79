package sim_test

import (
	"context"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// A unit meets while (t - Phase) mod Every < For, where the first tick is 0. By hand: one who knows
// and one who learns at once. What the second knows is wiped out before every tick.
func TestUnitMeetsByTheCalendar(t *testing.T) {
	for _, c := range []struct {
		calendar practice.Calendar
		open     string // tick 0 first
	}{
		{practice.Calendar{}, "111111111"},
		{practice.Calendar{Every: 3, For: 1}, "100100100"},
		{practice.Calendar{Every: 3, For: 2}, "110110110"},
		{practice.Calendar{Every: 3, For: 3}, "111111111"},
		{practice.Calendar{Every: 3}, "000000000"},
		{practice.Calendar{Every: 4, For: 2, Phase: 1}, "011001100"},
		{practice.Calendar{Every: 4, For: 2, Phase: 3}, "100110011"},
	} {
		channel := among("work", []int32{0, 1})
		channel.Agenda = c.calendar
		m := built(t, byHand(2, 1, channel), 1, 0)
		for tick, open := range c.open {
			believe(m, []int8{1}, []int8{0})
			hold(m, m.Norm(0, 0), []int8{0})
			step(t, m)
			if met := m.Beliefs(1).Known() == 1; met != (open == '1') {
				t.Errorf("%+v: in tick %d the unit met: %v, want %s", c.calendar, tick, met, c.open)
			}
			if c.calendar.Open(tick) != (open == '1') {
				t.Errorf("%+v: Open(%d) is %v", c.calendar, tick, open != '1')
			}
		}
	}
}

// Ticks before the first opening count as the same calendar run backwards.
func TestCalendarBeforeItsPhase(t *testing.T) {
	r := practice.Calendar{Every: 5, For: 2, Phase: 4}
	for tick := range 20 {
		plain := tick
		for plain < r.Phase {
			plain += r.Every
		}
		if open := (plain-r.Phase)%r.Every < r.For; r.Open(tick) != open {
			t.Errorf("tick %d: open is %v, want %v", tick, !open, open)
		}
	}
}

// While units are open they are about what the rule within says.
func TestCalendarOfAnAgenda(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Agenda = practice.Calendar{Every: 2, For: 1, Phase: 1, Of: about([]int{1})}
	m := built(t, byHand(2, 3, channel), 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{0, 0, 0})
	step(t, m)
	holds(t, m, "the norm of a unit that is closed", m.Norm(0, 0), 0, 0, 0)
	step(t, m)
	holds(t, m, "the norm of a unit that is open", m.Norm(0, 0), 0, 1, 0)
}

// A calendar that is off, or always open, gives the run without it: also where merit is seen in
// part. A calendar that is on keeps the laws of simtest.
func TestCalendarLaws(t *testing.T) {
	s := moving(nil)
	s.People, s.Ticks = 15, 9
	for _, off := range []practice.Calendar{{}, {Every: 3, For: 3}, {Every: 1, For: 1}} {
		simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Agenda = off })
		simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Agenda = off.Agenda() })
	}
	if a := (practice.Calendar{}).Agenda(); a != nil {
		t.Errorf("a calendar that is off is the agenda %v, want none", a)
	}
	s.Channels[0].Agenda = practice.Calendar{Every: 3, For: 2, Phase: 1}
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
	sameForWorkers(t, s)
}

// A wrong field is an error that names it and its range.
func TestCalendarValidates(t *testing.T) {
	for _, c := range []struct {
		calendar practice.Calendar
		want     string
	}{
		{practice.Calendar{Every: -1}, "Calendar.Every is -1, want 0 to 2147483647"},
		{practice.Calendar{Every: 2, For: 3}, "Calendar.For is 3, want 0 to 2 (Every)"},
		{practice.Calendar{For: 1}, "Calendar.For is 1, want 0 to 0 (Every)"},
		{practice.Calendar{Every: 2, For: -1}, "Calendar.For is -1, want 0 to 2 (Every)"},
		{practice.Calendar{Every: 3, For: 1, Phase: 3}, "Calendar.Phase is 3, want 0 to 2"},
		{practice.Calendar{Every: 3, For: 1, Phase: -1}, "Calendar.Phase is -1, want 0 to 2"},
		{practice.Calendar{Phase: 1}, "Calendar.Phase is 1, want 0 to 0"},
		{practice.Calendar{Of: practice.Calendar{Every: -1}},
			"Calendar.Every is -1, want 0 to 2147483647"},
	} {
		if err := c.calendar.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: the error is %v, want %s", c.calendar, err, c.want)
		}
	}
}

// solving is an organization of groups of three who search a rugged landscape, each alone, and see
// each other's solutions when the calendar is open. With a repository everybody also sees the best
// solution of all, in every tick.
func solving(name string, calendar practice.Calendar, repository bool) sim.Scenario {
	see := sim.Channel{
		Name: "group", Structure: network.Circles{Of: network.Caveman{Size: 3}},
		Externalize: agents.Say{Rate: 1}, Objectify: agents.Best{},
		Internalize: agents.Absorb{Rate: .3}, Agenda: calendar,
	}
	s := sim.Scenario{
		Name: name, People: 30, Dimensions: 16, Ticks: 60, Reality: sim.NK{K: 5},
		Beliefs: agents.Mixed{}, Experience: agents.Flip{}, Channels: []sim.Channel{see},
	}
	if repository {
		see.Name, see.Structure, see.Agenda = "repository", network.Organization{}, nil
		s.Channels = append(s.Channels, see)
		s.Name += " with a repository"
	}
	return s
}

// Bernstein, Shore and Lazer (2018): constant influence gives a high mean and a low best, none the
// reverse, and influence now and then both. A repository, which is constant influence, cancels what
// the calendar does. Differences are paired, and shown at 3 standard errors.
func TestInfluenceNowAndThen(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	const replicates = 60
	arms := []practice.Calendar{{}, {Every: 1}, {Every: 6, For: 1}}
	const constant, none, seldom = 0, 1, 2
	var mean, best [2][3][]float64
	for k, repository := range []bool{false, true} {
		var scenarios []sim.Scenario
		for i, name := range []string{"constant", "none", "now and then"} {
			scenarios = append(scenarios, solving(name, arms[i], repository))
			mean[k][i], best[k][i] = make([]float64, replicates), make([]float64, replicates)
		}
		err := sim.Experiment{
			Scenarios: scenarios, Replicates: replicates, Seed: 2018, At: []int{60},
		}.Run(context.Background(), func(s, r int) sim.Observer {
			return func(m *sim.Model, _ int) {
				mean[k][s][r], best[k][s][r] = payoff(m), bestOfGroups(m)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		what       string
		more, less []float64
	}{
		{"mean, constant over none", mean[0][constant], mean[0][none]},
		{"best, none over constant", best[0][none], best[0][constant]},
		{"mean, now and then over none", mean[0][seldom], mean[0][none]},
		{"best, now and then over constant", best[0][seldom], best[0][constant]},
	} {
		e := estimated(minus(c.more, c.less))
		t.Logf("%s: %.4f (se %.4f)", c.what, e.mean, e.se)
		if e.mean < 3*e.se {
			t.Errorf("%s: %.4f (se %.4f), want more", c.what, e.mean, e.se)
		}
	}
	for i, name := range []string{"constant", "none", "now and then"} {
		x, y := estimated(mean[1][i]), estimated(best[1][i])
		t.Logf("with a repository, %s: mean %.4f, best %.4f", name, x.mean, y.mean)
		e := estimated(minus(best[1][i], best[1][none]))
		if e.mean > .008 || e.mean < -.008 {
			t.Errorf("with a repository, best, %s over none: %.4f (se %.4f), want at most .008",
				name, e.mean, e.se)
		}
	}
}

// bestOfGroups returns the best score in a group of three, as a mean over groups.
func bestOfGroups(m *sim.Model) float64 {
	sum := 0
	for first := 0; first < m.People(); first += 3 {
		best := int32(0)
		for p := first; p < first+3; p++ {
			best = max(best, m.Landscape().Score(m.Beliefs(p)))
		}
		sum += int(best)
	}
	return float64(sum) / float64(m.People()/3) / float64(m.Landscape().Max())
}
