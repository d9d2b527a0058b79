package sim

import (
	"reflect"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// A field that a way does not handle is reported by name, and makes the channel run the slow way.
func TestUnknownFieldIsSlow(t *testing.T) {
	type laterChannel struct {
		Channel
		Moderated bool
	}
	c := laterChannel{Channel: Channel{Name: "work", Heed: 3}, Moderated: true}
	c.Channel = c.Channel.named()
	c.Heed, c.Participate, c.Agenda, c.Relay = 0, nil, nil, nil
	if field := leftover(c); field != "Moderated" {
		t.Errorf("left over is %q, want Moderated", field)
	}
	if c.Moderated = false; leftover(c) != "" {
		t.Errorf("left over is %q, want nothing", leftover(c))
	}
	type laterScenario struct {
		Scenario
		Calendar []int
	}
	if field := leftover(laterScenario{Calendar: []int{}}); field != "Calendar" {
		t.Errorf("left over is %q, want Calendar: an empty list is not nil", field)
	}
}

// This test lists the fields that each way handles. Before you add a field of a way or of a
// scenario here, check what the way does with it.
func TestWhatTheWaysKnow(t *testing.T) {
	channel := []string{
		"Name", "Structure", "Externalize", "Objectify", "Internalize", "Participate",
		"Agenda", "Relay",
		"Every", "Heed", "Simultaneous", "ByClaims", "Ask", "Load", "Reuse",
	}
	for _, c := range []struct {
		way   string
		whole any
		rest  func(field int) string
		slow  []string // the fields that the way does not handle
	}{
		{"blocks, of a scenario", Scenario{},
			func(i int) string { return filled[Scenario](i).asBlocks() }, []string{"Asynchronous", "Ledger"}},
		{"people who speak", Channel{},
			func(i int) string { return filled[Channel](i).speaksInBlocks() }, nil},
		{"units that decide", Channel{},
			func(i int) string { return filled[Channel](i).decidesInBlocks() }, nil},
		{"people who learn", Channel{},
			func(i int) string { return filled[Channel](i).learnsInBlocks() }, nil},
	} {
		fields := reflect.TypeOf(c.whole)
		var slow []string
		for i := range fields.NumField() {
			name := fields.Field(i).Name
			switch rest := c.rest(i); {
			case rest == name:
				slow = append(slow, name)
			case rest != "":
				t.Errorf("%s: %s is set, and %s is left over", c.way, name, rest)
			case fields == reflect.TypeOf(Channel{}) && !slices.Contains(channel, name):
				t.Errorf("%s: Channel.%s is new: look at what this way does with it", c.way, name)
			}
		}
		if !slices.Equal(slow, c.slow) {
			t.Errorf("%s: it does not know %q, want %q", c.way, slow, c.slow)
		}
	}
	if n := reflect.TypeOf(Scenario{}).NumField(); n != 20 {
		t.Errorf("a scenario has %d fields, want 20: look at what asBlocks and asLanes do with it",
			n)
	}
}

// filled returns a struct with one field that is not zero.
func filled[T any](field int) T {
	var s T
	f := reflect.ValueOf(&s).Elem().Field(field)
	switch f.Kind() {
	case reflect.Interface:
		for _, v := range []any{
			struct{ network.Structure }{}, struct{ Reality }{}, struct{ Selves }{},
			struct{ agents.Externalizer }{}, struct{ agents.Objectifier }{},
			struct{ agents.Internalizer }{}, struct{ agents.Participant }{},
			struct{ agents.Agenda }{}, struct{ agents.Experiencer }{}, struct{ agents.Beginner }{},
			struct{ agents.Doer }{}, struct{ opinion.Beginner }{}, struct{ agents.Reflector }{}, struct{ agents.Asker }{},
		} {
			if reflect.TypeOf(v).Implements(f.Type()) {
				f.Set(reflect.ValueOf(v))
				break
			}
		}
	case reflect.Func:
		f.Set(reflect.MakeFunc(f.Type(), nil))
	case reflect.Slice:
		f.Set(reflect.MakeSlice(f.Type(), 1, 1))
	case reflect.Bool:
		f.SetBool(true)
	case reflect.String:
		f.SetString("name")
	default:
		f.SetInt(1)
	}
	if f.IsZero() {
		panic("nothing fills " + reflect.TypeOf(s).Field(field).Name)
	}
	return s
}
