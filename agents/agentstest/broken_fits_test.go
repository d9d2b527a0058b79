package agentstest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/opinion"
)

// fitting is a rule that fits multiples of a number of dimensions. It fits one number of people, or
// any.
type fitting struct {
	of, people int
}

func (r fitting) Fits(dimensions, people int) error {
	if dimensions%r.of != 0 || r.people > 0 && people != r.people {
		return fmt.Errorf("%d dimensions and %d people, want a multiple of %d and %d", dimensions,
			people, r.of, r.people)
	}
	return nil
}

// must panics for sizes with which the engine would never call the rule.
func (r fitting) must(dimensions, id int) {
	if dimensions%r.of != 0 || r.people > 0 && id >= r.people {
		panic(fmt.Sprintf("%d dimensions, number %d", dimensions, id))
	}
}

func (r fitting) Objectify(u *unit, said *agents.Voices, norm knowledge) {
	r.must(u.Dimensions, u.ID)
	for k := range said.Len() {
		r.must(u.Dimensions, said.ID(k))
	}
}

// fittingReal is fitting for opinions.
type fittingReal struct{ fitting }

func (r fittingReal) Objectify(u *unit, said *voices, _ opinion.Opinion) {
	r.must(u.Dimensions, u.ID)
	for k := range said.Len() {
		r.must(u.Dimensions, said.ID(k))
	}
}

// fittingLearner is fitting for an Internalizer.
type fittingLearner struct {
	fitting
	lanewise
}

func (r fittingLearner) Internalize(p *person, norm, belief knowledge) {
	r.must(p.Dimensions, p.ID)
	copy(belief, norm)
}

// Rules are tried only with sizes that fit them.
func TestSizesThatFit(t *testing.T) {
	for _, f := range []fitting{{of: 1}, {of: 7}, {of: 100}, {of: 300}, {of: 3, people: 5},
		{of: 1, people: 1}} {
		agentstest.Suite{Scenes: 20}.Objectifier(t, f)
		agentstest.RealObjectifier(t, fittingReal{f})
		agentstest.Suite{Scenes: 20}.Internalizer(t, fittingLearner{fitting: f})
	}
	agentstest.Internalizer(t, agents.Interact{Size: 63})
	agentstest.Beginner(t, agents.Traits{Features: 33, Values: 4})
	agentstest.Beginner(t, agents.Traits{Features: 100, Values: 8}) // 300 dimensions
}

// fickle fits only the first few times that it is asked.
type fickle struct{ asked int }

func (r *fickle) Fits(int, int) error {
	if r.asked++; r.asked > 200 {
		return errors.New("not any more")
	}
	return nil
}

func (*fickle) Begin(*person, knowledge) {}

// wordy returns an error of more, or less, than one line.
type wordy string

func (r wordy) Fits(dimensions, _ int) error {
	if dimensions > 1 {
		return errors.New(string(r))
	}
	return nil
}

func (wordy) Begin(*person, knowledge) {}

// The suite also checks what Fits returns.
func TestBrokenFits(t *testing.T) {
	for _, c := range []struct {
		want string
		rule any
	}{
		{"fits nothing from 1 to 200 dimensions", fitting{of: 5000}},
		{"cannot tell what fits", new(fickle)},
		{"does not say what fits: Fits(2, 1000)", wordy("")},
		{"does not say what fits: Fits(2, 1000)", wordy("two\nlines")},
	} {
		r := new(recorder)
		run(r, agentstest.Suite{Scenes: 20}, c.rule)
		if len(r.errors) != 1 || !strings.Contains(r.errors[0], c.want) {
			t.Errorf("the suite says %q, want one line with %q", r.errors, c.want)
		}
	}
	r := new(recorder)
	agentstest.RealObjectifier(r, fittingReal{fitting{of: 5000}})
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "fits nothing") {
		t.Errorf("the suite says %q", r.errors)
	}
}
