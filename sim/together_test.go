package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// These hide from the engine that a rule works on many people: an ability that is inherited from an
// embedded rule does not count.
type (
	loneAttendance   struct{ practice.Attendance }
	loneCommitment   struct{ practice.Commitment }
	loneExpectations struct{ practice.Expectations }
	loneNarrow       struct{ practice.Narrow }
	loneWithhold     struct{ practice.Withhold }
	loneStages       struct{ practice.Stages }
)

// Rules that work on many people at once give the run that they give one by one, in scenarios of
// every kind.
func TestTogetherAsOneByOne(t *testing.T) {
	attendance := practice.Attendance{Away: 4, Own: 1, Compel: .3, ShortTerm: .6}
	commitment := practice.Commitment{Slope: 1, Quiet: .3}
	expectations := practice.Expectations{Every: 3, Learn: 1, Visible: -.5, Shown: .5, Energy: 1,
		Capacity: 20, Overload: 1}
	narrow, withhold := practice.Narrow{Rate: .3, Slope: 1}, practice.Withhold{Rate: .7, Slope: -1}
	stages := practice.Stages{Stages: 3, Ticks: 5}
	ran := 0
	for shape := range combinations(20, 1000) {
		for _, c := range []struct{ together, lone any }{
			{attendance, loneAttendance{attendance}},
			{commitment, loneCommitment{commitment}},
			{expectations, loneExpectations{expectations}},
			{narrow, loneNarrow{narrow}}, {withhold, loneWithhold{withhold}},
			{stages, loneStages{stages}},
		} {
			want, err := accountWith(shape, c.lone)
			if err != nil {
				continue
			}
			ran++
			if got, err := accountWith(shape, c.together); err != nil || !slices.Equal(got, want) {
				t.Errorf("shape %d: %T together gives another run, or the error %v", shape,
					c.together, err)
			}
		}
	}
	if ran < 2*int(combinations(20, 1000)) {
		t.Errorf("only %d runs", ran)
	}
}

// accountWith is the account of a random scenario whose people have traits, with a rule in its
// first channel.
func accountWith(shape uint64, rule any) ([]uint64, error) {
	s := combined(shape)
	if len(s.Channels) == 0 {
		return nil, sim.ErrDone
	}
	s.Self = culture.Selves{}
	switch c := &s.Channels[0]; rule := rule.(type) {
	case agents.Participant:
		c.Participate = rule
	case agents.Agenda:
		c.Agenda = rule
	case agents.Internalizer:
		c.Internalize = rule
	case agents.Externalizer:
		c.Externalize = rule
		s.Events = append(s.Events, apart{})
	}
	return account(s, 1)
}

// apart tells everybody that every third dimension sets him apart.
type apart struct{}

func (apart) Happen(m *sim.Model, _ *agents.Stream) {
	r, err := m.Remembered(m.Scenario().Channels[0].Name)
	if err != nil {
		panic(err)
	}
	for p := range m.People() {
		for i := range r.Speaking(p) {
			r.Speaking(p)[i] = 0x9249249249249249 >> (p % 3)
		}
	}
}
