package practice_test

import (
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// asksFor asks a voice, or nobody (-1). It draws one number before.
func asksFor(k int) agents.Asker {
	return agents.AskFunc(func(p *agents.Person, _ *agents.Unit, _ *agents.Voices) int {
		p.Uint64()
		return k
	})
}

// A person turns to whom the first rule names, and else to whom the second names. The second draws
// after the first, and only if it is asked.
func TestAskers(t *testing.T) {
	said := agents.NewVoices(make([]agents.Knowledge, 3), []int32{0, 0, 0}, nil)
	for _, c := range []struct {
		first, then agents.Asker
		want, drawn int
	}{
		{nil, nil, -1, 0}, {asksFor(2), nil, 2, 1}, {nil, asksFor(1), 1, 1},
		{asksFor(2), asksFor(1), 2, 1}, {asksFor(-1), asksFor(1), 1, 2},
		{asksFor(0), asksFor(1), 0, 1}, {asksFor(-1), asksFor(-1), -1, 2},
		{practice.Askers{First: asksFor(-1), Then: asksFor(2)}, asksFor(1), 2, 2},
	} {
		p := &agents.Person{ID: 7, Stream: agents.NewStream(3)}
		got := practice.Askers{First: c.first, Then: c.then}.Ask(p, &agents.Unit{}, said)
		rest := agents.NewStream(3)
		for range c.drawn {
			rest.Uint64()
		}
		if got != c.want || p.Uint64() != rest.Uint64() {
			t.Errorf("%+v asks %d, or draws other than %d numbers", c, got, c.drawn)
		}
	}
}

// noting is an Asker that remembers.
type noting struct{}

func (noting) Ask(*agents.Person, *agents.Unit, *agents.Voices) int { return -1 }

func (noting) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

// few is an Asker that fits three people at most.
type few struct{ agents.AskFunc }

func (few) Fits(_, people int) error {
	if people > 3 {
		return errTooMany
	}
	return nil
}

type tooMany struct{}

func (tooMany) Error() string { return "too many" }

var errTooMany = tooMany{}

// What the parts report, and a part that remembers, is an error.
func TestAskersRefused(t *testing.T) {
	wrong, sound := practice.Led{Share: 17}, practice.Led{Share: 4}
	for _, c := range []struct {
		rule practice.Askers
		want string
	}{
		{practice.Askers{}, ""}, {practice.Askers{First: sound, Then: sound}, ""},
		{practice.Askers{First: wrong}, "Led.Share is 17, want 0 to 16"},
		{practice.Askers{First: sound, Then: wrong}, "Led.Share is 17, want 0 to 16"},
		{practice.Askers{First: noting{}}, "noting remembers"},
		{practice.Askers{Then: noting{}}, "noting remembers"},
		{practice.Askers{First: practice.Askers{Then: noting{}}}, "noting remembers"},
	} {
		err := c.rule.Validate()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.rule, err, c.want)
		}
	}
	for _, r := range []practice.Askers{{First: few{}}, {Then: few{}}} {
		if r.Fits(5, 3) != nil || r.Fits(5, 4) != errTooMany {
			t.Errorf("%+v fits other numbers of people than its parts", r)
		}
	}
}
