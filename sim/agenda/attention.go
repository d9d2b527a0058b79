package agenda

import (
	"fmt"

	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Ranking is by what a unit ranks dimensions. Those of equal rank are in an order that is drawn. A
// claim opposes the norm if it differs from it, also where the norm is empty.
type Ranking uint8

const (
	Drawn        Ranking = iota // all are equal
	Disagreement                // the number of voices who say yes, or no if those are fewer
	Manager                     // how many of the unit's leaders oppose the norm
	Ballot                      // how many voices oppose the norm
	Loss                        // what reality pays for the truth there and not for the norm
)

// Attention is what a unit of a channel attends to. After every cycle each unit does this:
//
// It raises what is contested. Each dimension that the unit was about in this cycle, and of which
// one voice said yes and another no, becomes an issue with probability Contest. So Contest is the
// rate at which hearing the opposite puts a dimension on the agenda. The coins for what is not on
// it are thrown 64 at a time, for one unit after the other.
//
// It looks at Look of the m dimensions. If reality has changed in one of them, it notices that with
// probability 1-Miss, and the dimension becomes an issue. It notices that there is a change, and
// not what is true. Attention is blind by default: the dimensions are drawn. With Guided they are
// the first by the ranking.
//
// It works on the first Work of its issues by the ranking By. In each it tries a solution once: the
// opposite of its norm or, where it has none, a sign drawn. The norm keeps it if its standing
// rises strictly. Where merit is seen in part, that is its standing on a sample drawn for the unit
// and tick: a solution outside the sample shows nothing, and is not kept. The issue then leaves the
// agenda. With a Work of 0 an issue leaves once the unit has been about it for a cycle.
//
// The sample is drawn when it is first needed: by a ranking by loss, or by a solution. Where
// reality is sim.Additive or sim.Blocks, only a solution that pays on the whole norm needs it.
//
// [X] Blind attention notices a change after m/(Look (1-Miss)) looks on average, the first
// included: for 64 dimensions, 4 looks and Miss 0 that is 16.
//
// A ranking by claims uses what the people said who are heard in the unit by its structure, whether
// or not the unit counted them in that tick. What the unit was not about counts as if nobody had
// spoken of it. Loss is seen only on the dimensions, or blocks, of the same sample. It is 0 on
// others. Where reality pays for blocks, all dimensions of a block have its loss. A solution is a
// trial more than units have without attention; all rankings have the same number of looks.
//
// Found here (go run ./examples/attainment -turbulence .01 -look 4 -work 1 -guided no,yes -rank
// disagreement,manager,vote,loss -replicates 60): where attention is blind, no ranking is shown to
// differ from another. Guided by what people say, units notice a change later than where they are
// blind (after 15.6 to 18.8 ticks, not 12.2), because they look where they talk already. That their
// norms then stand lower is not shown: by vote, members judge the objective attained in .011
// [-.040, .062] fewer seats than where units look blindly and work by disagreement. Guided by what
// merit shows of losses, units notice no later, and keep .111 of their solutions and not .033.
// Members then judge the objective attained in .068 [.022, .115] more seats; that more attain it is
// not shown (.044 [-.001, .089]).
//
// Circles keep no norms to try a solution in. They work on no issue, as with a Work of 0, and their
// norm counts as empty. Put the event after those that change reality.
type Attention struct {
	Channel string
	Look    int     // dimensions looked at, per unit and tick; 0: none
	Miss    float64 // e, 0 to 1
	Guided  bool
	By      Ranking
	Contest float64 // 0 to 1
	Work    int     // issues worked on, per unit and tick; 0: none
}

// Name implements sim.Named.
func (Attention) Name() string { return "attention" }

// Order implements sim.Ordered: after the world has changed, and people have come and gone.
func (Attention) Order() sim.Order { return sim.Structure }

// Off implements sim.Switched: if nothing can become an issue.
func (e Attention) Off() bool { return e.Look == 0 && e.Contest == 0 }

// Validate reports a Look or a Work outside 0 to sim.MaxDimensions, an unknown By, and a Miss or a
// Contest outside 0 to 1.
func (e Attention) Validate() error {
	for _, f := range []struct {
		name  string
		value int
	}{{"Look", e.Look}, {"Work", e.Work}} {
		if f.value < 0 || f.value > sim.MaxDimensions {
			return fmt.Errorf("Attention.%s is %d, want 0 to %d", f.name, f.value,
				sim.MaxDimensions)
		}
	}
	if e.By > Loss {
		return fmt.Errorf("Attention.By is %d, want %d to %d", e.By, Drawn, Loss)
	}
	if err := kernel.CheckRate("Attention.Miss", e.Miss); err != nil {
		return err
	}
	return kernel.CheckRate("Attention.Contest", e.Contest)
}

// Fits reports a Look above the dimensions.
func (e Attention) Fits(dimensions, _ int) error {
	if e.Look > dimensions {
		return fmt.Errorf("Attention.Look is %d, want 0 to %d (the dimensions)", e.Look, dimensions)
	}
	return nil
}

// Suits reports a channel whose Agenda is not practice.Attend.
func (e Attention) Suits(s sim.Scenario) error {
	for _, c := range s.Channels {
		if c.Name == e.Channel && practice.KeepsIssues(c.Agenda) {
			return nil
		}
	}
	return fmt.Errorf("Attention.Channel is %q, want a channel of beliefs whose Agenda is "+
		"practice.Attend", e.Channel)
}
