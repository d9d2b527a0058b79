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
)

// Rules that work on many people at once give the run that they give one by one, in scenarios of
// every kind.
func TestTogetherAsOneByOne(t *testing.T) {
	attendance := practice.Attendance{Away: 4, Own: 1, Compel: .3, ShortTerm: .6}
	commitment := practice.Commitment{Slope: 1, Quiet: .3}
	expectations := practice.Expectations{Every: 3, Learn: 1, Visible: -.5, Shown: .5, Energy: 1,
		Capacity: 20, Overload: 1}
	ran := 0
	for shape := range combinations(20, 1000) {
		for _, c := range []struct{ together, lone agents.Participant }{
			{attendance, loneAttendance{attendance}},
			{commitment, loneCommitment{commitment}},
			{expectations, loneExpectations{expectations}},
		} {
			with := func(rule agents.Participant) ([]uint64, error) {
				s := combined(shape)
				if len(s.Channels) == 0 {
					return nil, sim.ErrDone
				}
				s.Channels[0].Participate = rule
				s.Self = culture.Selves{}
				return account(s, 1)
			}
			want, err := with(c.lone)
			if err != nil {
				continue
			}
			ran++
			if got, err := with(c.together); err != nil || !slices.Equal(got, want) {
				t.Errorf("shape %d: %T together gives another run, or the error %v", shape,
					c.together, err)
			}
		}
	}
	if ran < int(combinations(20, 1000)) {
		t.Errorf("only %d runs", ran)
	}
}
