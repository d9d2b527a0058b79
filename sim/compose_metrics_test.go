package sim_test

import (
	"math"
	"testing"

	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// ranged is a metric with the range that its comment states.
type ranged struct {
	metric    metrics.Metric
	low, high float64
}

// measures are all metrics of a model's first channel, with their ranges.
func measures(m *sim.Model) (all []ranged) {
	c, people, dimensions := m.Scenario().Channels[0], m.People(), float64(m.Dimensions())
	name, inf := c.Name, math.Inf(1)
	least := 0. // blocks and NK
	if _, ok := m.Scenario().Reality.(sim.Additive); ok {
		least = -1
	}
	seats := 0
	for p := range people {
		n := 0
		for c := range m.Channels() {
			n += len(m.Units(c).Of(p))
		}
		seats = max(seats, n)
	}
	most := 1.
	if stages, ok := flows.StagesOf(m.Scenario(), name); ok {
		most = float64(stages.Phases())
	}
	all = append(all, ranged{metrics.Score, least, 1}, ranged{metrics.Best, least, 1},
		ranged{metrics.NewcomersScore(3, 2), least, 1},
		ranged{metrics.ScoreAmong("the first", []int{0}), least, 1})
	if _, ok := m.Scenario().Reality.(sim.NK); ok {
		least = -1 / float64(m.Landscape().Max()) // a norm with a 0
	}
	all = append(all, ranged{metrics.NormScore, least, 1}, ranged{metrics.TopNorm(name), least, 1})
	for _, share := range []metrics.Metric{
		metrics.Performance, metrics.Knowledge, metrics.Consensus, metrics.Diversity,
		metrics.Distinct, metrics.Newcomers, metrics.Core(3), metrics.FullMembers(name),
		metrics.Answered(name), metrics.Kept(name), metrics.Acceptance(name),
		metrics.Granted(name), metrics.Drama(name), metrics.Attendance(name),
		metrics.Left(name), metrics.Insularity(name, 3),
		metrics.Apart(name), metrics.Density(name), metrics.Reachable(name),
		metrics.Clustering(name), metrics.SoFar(metrics.Knowledge),
		metrics.Entries(name), metrics.Wrong(name), metrics.Outdated(name),
		metrics.InformalShare(name), metrics.Withheld(name), metrics.Unbelieved(name),
		metrics.Contradicted(name), metrics.TasksDone(name), metrics.KnownFor(name),
		metrics.RightlyKnown(name), metrics.AttentionWasted(name), metrics.SolutionsKept(name),
	} {
		all = append(all, ranged{share, 0, 1})
	}
	everybody, halves := make([]int, people), make([]int, people)
	for p := range everybody {
		everybody[p], halves[p] = p, p%2
	}
	all = append(all, ranged{metrics.NormScoreAmong("everybody", everybody, name), least, 1},
		ranged{metrics.External(name, halves), -1, 1})
	all = append(all, attained(name)...)
	all = append(all, forming(name, people, m.Tick())...)
	said, flow := dimensions, dimensions*float64(seats)
	if leaves(m.Scenario()) {
		said, flow = inf, inf
	}
	return append(all,
		ranged{metrics.Inequality, 0, 1 - 1/float64(people)},
		ranged{metrics.Between(name), 0, .25}, ranged{metrics.Within(name), 0, .25},
		ranged{metrics.Strength(name), 0, practice.MostStrength},
		ranged{metrics.Trust(name), 0, practice.MostTrust},
		ranged{metrics.TrustSpread(name), 0, practice.MostTrust / 2.},
		ranged{metrics.TrustInMerit(name), -1, 1},
		ranged{metrics.TrustToAnswer(name), 0, practice.MostTrust},
		ranged{metrics.VoiceTenure(name), 0, min(255, float64(m.Tick()))},
		ranged{metrics.SetApart(name), 0, 1}, ranged{metrics.Idle(name), 0, float64(m.Tick())},
		ranged{metrics.Tenure, 0, float64(m.Tick())},
		ranged{metrics.Commitment(name), 0, practice.MostCommitment},
		ranged{metrics.Energy(name), 0, practice.MostEnergy}, ranged{metrics.Leavers(name), -1, 1},
		ranged{metrics.Trait(practice.Competition), 0, practice.MostTrait},
		ranged{metrics.Heard(name), 0, flow},
		ranged{metrics.Said(name), 0, said},
		ranged{metrics.Taken(name), 0, flow}, ranged{metrics.Reused(name), 0, flow},
		ranged{metrics.Objectified(name), 0, inf}, ranged{metrics.Interventions(name), 0, inf},
		ranged{metrics.Complacency(name), 0, float64(m.Tick())},
		ranged{metrics.Reversals(name), 0, 100 * dimensions},
		ranged{metrics.Ahead(name), 0, most - 1}, ranged{metrics.ToSample, 0, float64(people)},
		ranged{metrics.Contacts(name), 0, float64(people - 1)},
		ranged{metrics.PathLength(name), 1, float64(people - 1)},
		ranged{metrics.EntryAge(name), 0, float64(m.Tick())},
		ranged{metrics.AttentionLag(name), 1, float64(m.Tick())},
		ranged{metrics.OnAgenda(name), 0, dimensions}, ranged{metrics.Animation(name), 0, 2},
		ranged{metrics.Silence(name), 0, float64(m.Tick() + 1)},
		ranged{metrics.Gain(name, metrics.Everybody), least - 1, 1 - least},
		ranged{metrics.Age(sim.Objectified), 1, inf}, ranged{metrics.Age(sim.Reused), 1, inf},
		ranged{metrics.Pace, 0, inf},
	)
}

// forming are what becomes of communities, time and conflicts in a channel, with their ranges.
func forming(name string, people, tick int) (all []ranged) {
	for _, share := range []metrics.Metric{
		metrics.InCommunities(name), metrics.Survival(name, 2), metrics.Closure(name),
		metrics.MeetingTime(name), metrics.Occupied(name), metrics.Contradiction(name),
		metrics.SideTaken(name, metrics.ByMerit), metrics.SideKept(name, metrics.ByMerit),
		metrics.SideKept(name, metrics.ByLevel),
		metrics.Integrated(name), metrics.OverSeats(metrics.UnitTasks, name),
	} {
		all = append(all, ranged{share, 0, 1})
	}
	return append(all, ranged{metrics.Communities(name), 0, math.Inf(1)},
		ranged{metrics.CommunitySize(name), 0, float64(people)},
		ranged{metrics.CommunityAge(name), 0, float64(tick)},
		ranged{metrics.CommunityIdle(name), 0, float64(tick)},
		ranged{metrics.OverSeats(metrics.UnitAnimation, name), 0, 2},
		ranged{metrics.Affinity(name), 0, practice.MaxTopics})
}

// attained are the objectives of a channel and the marks of its knowledge, with their ranges.
func attained(name string) (all []ranged) {
	o := metrics.Objective{Metric: metrics.UnitScore, AtLeast: .3}
	all = []ranged{
		{o.Attained(name), 0, 1}, {metrics.Transmissible(name, 2), -1, 1},
		{metrics.Correlation(metrics.UnitSize, metrics.UnitKnowledge, name), -1, 1},
		{o.FactGoes(metrics.UnitSize, name), -1, 1},
	}
	o.By = 4
	for _, v := range []metrics.View{metrics.ByGain(.1), metrics.ByStanding(.3),
		metrics.ByAgreement(.6)} {
		all = append(all, ranged{o.Said(v, name), 0, 1}, ranged{o.False(v, name), 0, 1},
			ranged{o.Unseen(v, name), 0, 1}, ranged{o.Goes(v, metrics.UnitSaid, name), -1, 1})
	}
	for _, share := range []metrics.Metric{
		metrics.Disseminated(name), metrics.DisseminatedUnits(name), metrics.Consensual(name, .5),
		metrics.Followed(name, .5), metrics.Permanent(2), metrics.PermanentNorms(name, 2),
		metrics.Innovation(1), metrics.BetweenShare(name),
		metrics.OverSeats(metrics.UnitKnowledge, name), metrics.OverSeats(metrics.UnitSaid, name),
	} {
		all = append(all, ranged{share, 0, 1})
	}
	return append(all, ranged{metrics.OverSeats(metrics.UnitScore, name), -1, 1})
}

// leaves reports whether flows may be of more people than are left, or of several turns of one.
func leaves(s sim.Scenario) bool {
	if s.Asynchronous {
		return true
	}
	for _, e := range s.Events {
		if _, ok := e.(sim.EventFunc); ok {
			return true
		}
	}
	return false
}

// In random combinations of mechanisms every metric that fits the scenario is missing, or within
// the range that its comment states, at every tick.
func TestMeasuresStayInRange(t *testing.T) {
	read := map[string]int{}
	for shape := range combinations(90, 1000) {
		s := combined(shape)
		m, err := sim.New(s, 3, shape)
		if err != nil {
			continue
		}
		of := map[string]func(*sim.Model) float64{}
		for {
			for _, x := range measures(m) {
				inRange(t, m, x, of, read)
			}
			if m.Done() || m.Step() != nil {
				break
			}
		}
	}
	for name, n := range read {
		if n == 0 {
			t.Errorf("%q is always missing", name)
		}
	}
}

// inRange reads a metric. of holds its histories.
func inRange(t *testing.T, m *sim.Model, x ranged, of map[string]func(*sim.Model) float64,
	read map[string]int) {
	t.Helper()
	name := x.metric.Name
	read[name] += 0
	if x.metric.Fits != nil && x.metric.Fits(m.Scenario()) != nil {
		return
	}
	if of[name] == nil {
		if of[name] = x.metric.Of; x.metric.Run != nil {
			of[name] = x.metric.Run()
		}
	}
	v := of[name](m)
	if math.IsNaN(v) {
		return
	}
	read[name]++
	const slack = 1e-12 // of sums of fractions
	if v < x.low-slack || v > x.high+slack {
		t.Errorf("%v: %s is %v, want %v to %v", m, name, v, x.low, x.high)
	}
}
