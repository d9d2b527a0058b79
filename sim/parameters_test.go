//go:build amd64 || arm64

package sim_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
	"orglearn/sim/internal/hostile"
)

// practising runs a scenario with a part of a community of practice.
func practising(part any) error {
	s := attacked()
	s.Events = nil
	c := &s.Channels[0]
	c.Ask = askAny{Share: .5}
	switch part := part.(type) {
	case sim.Channel:
		s.Channels = []sim.Channel{part}
	case practice.Shares:
		s.Topics, s.RealChannels, s.Experience = 0, nil, agents.Flip{}
		s.Activity = part
	case practice.Apprenticeship:
		c.Participate, c.Ask = part, masters{part}
		if part.Asker() == nil {
			c.Ask = nil
		}
	case practice.Calendar:
		c.Agenda = part
	case practice.Stages:
		c.Agenda = part
	case practice.Respondent:
		c.Ask = part
	case practice.Led:
		c.Ask = part
	case practice.Visibility:
		c.Relay, c.Structure = part, network.Nested{Of: c.Structure}
	case practice.Levels:
		c.Objectify, c.Structure = part, network.Nested{Of: c.Structure}
	case practice.Vote:
		c.Objectify = part
	case practice.Repository:
		c.Objectify = part
	case flows.Progress:
		c.Agenda, s.Events = practice.Stages{Stages: 3}, []sim.Event{part}
	case sim.Tradition:
		c.Objectify, s.Events = practice.Vote{Rate: .5}, []sim.Event{part}
	default:
		return using(part)
	}
	return runs(s)
}

// A wrong number in any part of a community of practice is an error that names its field, its value
// and what is allowed.
func TestWrongParametersNameThemselves(t *testing.T) {
	b := hostile.New(t,
		"*=0", "Channel.Participate=<nil>", "Channel.Agenda=<nil>", "Channel.Relay=<nil>",
		"Channel.Ask=<nil>", "Channel.Reuse=<nil>", "Levels.Above=<nil>", "Apprenticeship.Of=<nil>",
		"Calendar.Of=<nil>", "Take.Pull=-1*", "Take.Pull=1.5", "Vote.Tenure=-1*",
		"Vote.Trust=-1*", "Led.Trust=-1*", "Vote.Hold=1.5",
		"Apprenticeship.Slope=-1*", "Nested.Fan=8589934597", "Nested.Fan=1099511627776",
		"Nested.Fan=4611686018427387907", "Nested.Fan=9223372036854775807") // one parent of all
	for _, part := range []any{
		practice.Shares{Ask: 2, Create: 2, Idle: 2}, practice.Respondent{},
		practice.Apprenticeship{Wait: 2, Master: practice.DrawnMaster, Slope: .5},
		practice.Calendar{Every: 4}, practice.Led{Share: 3, Trust: .5},
		practice.Stages{Stages: 3, Loops: 2, Ticks: 6, Block: 2, Straddle: 1},
		practice.Vote{Rate: .5, Hold: 1, Tenure: .5, Consult: .5, Trust: .5, TrustRate: .5,
			HelpRate: .5},
		practice.Take{Rate: .5, Pull: .5}, practice.Visibility{HideUp: .5, HideDown: .5},
		practice.Levels{Of: agents.Superior{Rate: .5}, Every: 2},
		practice.Repository{Of: agents.Superior{Rate: .5}, Until: 3, Fade: .5},
		flows.Progress{Channel: "work", Mastery: 3, Share: 3, Limit: 3, Exam: 1, Bound: true,
			Within: 1},
		sim.During{Event: sim.Turnover{Rate: .1}, First: 1, Last: 2},
		sim.Tradition{Channel: "work", Strength: 2}, sim.Succession{Every: 2},
		sim.Endowment{Channel: "work", Contrast: .5},
		network.Nested{Of: network.Isolated{Size: 3}, Fan: 2},
		network.Led{Of: network.Isolated{Size: 3}}, attacked().Channels[0],
	} {
		tryNamed(t, b, part)
	}
	b.End(150)
	b = hostile.New(t, "Reshuffle.Among=<nil>", "RotateLeaders.Among=<nil>",
		"ElectLeaders.Among=<nil>", "Reshuffle.Stay=0", "Reshuffle.Leaders=0")
	tryNamed(t, b, sim.Reshuffle{Channel: "work", Every: 2, Stay: 2, Leaders: sim.LeadersStay})
	tryNamed(t, b, sim.RotateLeaders{Channel: "work", Every: 2})
	tryNamed(t, b, sim.ElectLeaders{Channel: "work", Every: 2})
	b.End(20)
}

// tryNamed tries hostile values in each field of a part.
func tryNamed(t *testing.T, b *hostile.Table, part any) {
	t.Helper()
	b.Fields(part, func(spoilt any) error {
		err := practising(spoilt)
		if err != nil {
			namesItself(t, part, spoilt, err)
		}
		return err
	})
}

// namesItself fails unless an error names the field in which two parts differ, its value, and what
// is wanted.
func namesItself(t *testing.T, part, spoilt any, err error) {
	t.Helper()
	a, b := reflect.ValueOf(part), reflect.ValueOf(spoilt)
	for i := range a.NumField() {
		if !a.Type().Field(i).IsExported() ||
			reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			continue
		}
		name := a.Type().Field(i).Name
		want := fmt.Sprintf("%s is %v, want ", name, b.Field(i))
		if _, channel := part.(sim.Channel); !channel {
			want = a.Type().Name() + "." + want
		}
		if k := b.Field(i).Kind(); k == reflect.Interface {
			want = name + " is" // nil
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %q, want in it %q", a.Type().Name(), err, want)
		}
	}
}
