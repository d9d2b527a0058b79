package agents

import (
	"fmt"
	"math"
	"testing"
)

func TestValidate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		rule Validator
		want string
	}{
		{Traits{0, 3}, "Traits.Features is 0, want 1 or more"},
		{Traits{1, 0}, "Traits.Values is 0, want 1 to 65536"},
		{Interact{}, "Interact.Size is 0, want 1 or more"},
		{Threshold{Count: -1}, "Threshold.Count is -1, want 0 or more"},
		{Threshold{Share: 2}, "Threshold.Share is 2, want 0 to 1"},
		{Absorb{1.3}, "Absorb.Rate is 1.3, want 0 to 1"},
		{Absorb{nan}, "Absorb.Rate is NaN, want 0 to 1"},
		{Gradual{-.1}, "Gradual.Rate is -0.1, want 0 to 1"},
		{Gradual{inf}, "Gradual.Rate is +Inf, want 0 to 1"},
		{Fill{-inf}, "Fill.Rate is -Inf, want 0 to 1"},
		{Say{2}, "Say.Rate is 2, want 0 to 1"},
		{Say{nan}, "Say.Rate is NaN, want 0 to 1"},
		{Mixed{1.0000001}, "Mixed.Unknown is 1.0000001, want 0 to 1"},
		{Mixed{nan}, "Mixed.Unknown is NaN, want 0 to 1"},
		{Superior{Rate: -1}, "Superior.Rate is -1, want 0 to 1"},
		{Superior{Rate: nan, PerVote: true}, "Superior.Rate is NaN, want 0 to 1"},
		{Majority{inf}, "Majority.Rate is +Inf, want 0 to 1"},
		{Authority{Rate: nan, Weight: 1}, "Authority.Rate is NaN, want 0 to 1"},
		{Authority{Rate: .5, Weight: -1}, "Authority.Weight is -1, want 0 to 1073741824"},
		{
			Authority{Rate: .5, Weight: MaxWeight + 1},
			"Authority.Weight is 1073741825, want 0 to 1073741824",
		},
		{Screen{Rate: 1.5}, "Screen.Rate is 1.5, want 0 to 1"},
		{Screen{Rate: .5, Veto: nan}, "Screen.Veto is NaN, want 0 to 1"},
		{Screen{Rate: .5, Veto: -inf}, "Screen.Veto is -Inf, want 0 to 1"},
		{Decree{7}, "Decree.Rate is 7, want 0 to 1"},
		{Consensus{Share: .5, Ticks: 3}, "Consensus.Share is 0.5, want above 0.5, to 1"},
		{Consensus{Share: 1.1, Ticks: 3}, "Consensus.Share is 1.1, want above 0.5, to 1"},
		{Consensus{Share: nan, Ticks: 3}, "Consensus.Share is NaN, want above 0.5, to 1"},
		{Consensus{Share: inf, Ticks: 3}, "Consensus.Share is +Inf, want above 0.5, to 1"},
		{Consensus{Share: .8}, "Consensus.Ticks is 0, want 1 to 1048576"},
		{Consensus{Share: .8, Ticks: MaxTicks + 1},
			"Consensus.Ticks is 1048577, want 1 to 1048576"},
	} {
		if err := c.rule.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: %v, want %s", c.rule, err, c.want)
		}
	}
}

func TestValid(t *testing.T) {
	for _, r := range []Validator{
		Absorb{}, Absorb{1}, Gradual{.3}, Fill{math.SmallestNonzeroFloat64}, Say{},
		Say{1}, Mixed{},
		Mixed{1},
		Superior{}, Superior{Rate: 1, PerVote: true}, Majority{.5}, Authority{},
		Authority{1, MaxWeight},
		Screen{}, Screen{1, 1}, Decree{1},
		Consensus{Share: .51, Ticks: 1}, Consensus{Share: 1, Ticks: MaxTicks},
		Traits{1, 1}, Interact{1}, Threshold{},
	} {
		if err := r.Validate(); err != nil {
			t.Errorf("%+v: %v", r, err)
		}
	}
}

// Monotone and Lanewise of each rule return what its comments say. Package agentstest checks that
// the rule behaves so.
func TestMonotone(t *testing.T) {
	for _, c := range []struct {
		rule any
		want bool
	}{
		{Say{0}, true}, {Say{.5}, false}, {Say{1}, true}, {Act{}, false},
		{Superior{Rate: .5}, true}, {Superior{Rate: .5, PerVote: true}, true}, {Majority{.5}, true},
		{Best{}, false},
		{Authority{.5, 2}, true}, {Screen{.5, 0}, true}, {Screen{.5, .5}, false},
		{Screen{.5, 1}, true},
		{Decree{.5}, true},
		{Consensus{.6, 3}, true}, {Absorb{.5}, true}, {Gradual{.5}, true}, {Fill{.5}, true},
	} {
		m, ok := c.rule.(Monotone)
		if got := ok && m.Monotone(); got != c.want {
			t.Errorf("%T%+v: %v, want %v", c.rule, c.rule, got, c.want)
		}
	}
}

func TestConsensusMemory(t *testing.T) {
	for _, c := range []struct{ ticks, want int }{{1, 2}, {3, 3}, {4, 4}, {MaxTicks, 22}} {
		if got := (Consensus{Share: 1,
			Ticks: c.ticks}).Memory(65); got != (Memory{Planes: c.want}) {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

func TestFuncs(t *testing.T) {
	var said []string
	say := func(what string) { said = append(said, what) }
	p, u, k := new(Person), new(Unit), make(Knowledge, 1)
	ExternalizeFunc(func(*Person, Knowledge, Knowledge) { say("externalize") }).Externalize(p, k, k)
	ObjectifyFunc(func(*Unit, *Voices, Knowledge) { say("objectify") }).Objectify(u, nil, k)
	InternalizeFunc(func(*Person, Knowledge, Knowledge) { say("internalize") }).Internalize(p, k, k)
	BeginFunc(func(*Person, Knowledge) { say("begin") }).Begin(p, k)
	if !TryFunc(func(*Person, Knowledge, Knowledge) bool { say("try"); return true }).Try(p, k, k) {
		t.Error("Try loses what its function returns")
	}
	if got, want := fmt.Sprint(said), "[externalize objectify internalize begin try]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
