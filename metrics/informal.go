package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// InformalShare is how much of what people took to heart in the cycle just ended came through some
// channels: what they learned there from norms and by asking, as a share of what they learned in
// all channels, 0 to 1. Name the channels that are informal, such as a community of practice beside
// a line of superiors. Of a repository alone it is how much came from what is written down. It
// counts beliefs that changed, right or wrong (sim.Flow: Taken and Reused). What they try by
// themselves and find in meetings is not counted. It is missing where nobody learned anything. No
// channel, one that is named twice, and one that a scenario does not have are errors.
func InformalShare(channels ...string) Metric {
	return Metric{
		Name: fmt.Sprintf("taken to heart through %q", channels), Unit: "share of what was taken",
		Of: func(m *sim.Model) float64 {
			informal, all := int64(0), int64(0)
			for c, channel := range m.Scenario().Channels {
				flow := m.Flow(c)
				all += flow.Taken + flow.Reused
				if slices.Contains(channels, channel.Name) {
					informal += flow.Taken + flow.Reused
				}
			}
			return ratio(informal, all)
		},
		Fits: func(s sim.Scenario) error { return haveChannels(s, channels) },
	}
}

// haveChannels returns an error unless a scenario has all channels, each named once.
func haveChannels(s sim.Scenario, channels []string) error {
	if len(channels) == 0 {
		return fmt.Errorf("no channel is named, want one or more")
	}
	for i, c := range channels {
		if slices.Contains(channels[:i], c) {
			return fmt.Errorf("channel %q is named twice", c)
		}
		if err := hasChannel(s, c); err != nil {
			return err
		}
	}
	return nil
}

// These compare what people do with what they believe. What a person does is what he says in a
// channel: March (1991) and Kane and Alavi (2007) let people act so. Argyris and Schön (1974,
// Theory in Practice) tell the two apart as theory-in-use and espoused theory.

// Withheld is the share of beliefs that people kept to themselves in a channel in the cycle just
// ended: beliefs of which a person said nothing, as a share of all beliefs that people had when
// they spoke, 0 to 1. With agents.Say it is 1 less its rate. It is missing at tick 0, and where
// nobody believes anything.
//
// It has a history: record every tick. It is missing at a tick whose predecessor is not recorded,
// because people have learned since they spoke. An asynchronous scenario, in which a person may
// speak several times a tick, is an error, and so is one without such a channel.
func Withheld(channel string) Metric {
	return ofBehaviour("withheld", "share of beliefs", channel, func(b behaviour) float64 {
		return ratio(b.withheld, b.believed)
	})
}

// Unbelieved is the share of what people said in a channel in the cycle just ended that they did
// not believe: claims of which a person believed nothing, or the opposite, 0 to 1. With agents.Say
// it is 0. With agents.Act it is the share of dimensions in which people have no belief. It is
// missing at tick 0, and where nobody said anything. It has the history and the errors of Withheld.
func Unbelieved(channel string) Metric {
	return ofBehaviour("said, not believed", "share of claims", channel,
		func(b behaviour) float64 { return ratio(b.unbelieved, b.said) })
}

// Contradicted is the share of what people said in a channel in the cycle just ended that is the
// opposite of what they believed: 0 to 1, at most Unbelieved. It is missing where Unbelieved is,
// and has the history and the errors of Withheld.
func Contradicted(channel string) Metric {
	return ofBehaviour("said against belief", "share of claims", channel,
		func(b behaviour) float64 { return ratio(b.contradicted, b.said) })
}

// behaviour counts beliefs and claims of one cycle, over people and dimensions.
type behaviour struct{ believed, withheld, said, unbelieved, contradicted int64 }

func (b *behaviour) add(belief, claim agents.Knowledge) {
	for i, w := range belief {
		c := claim[i]
		b.believed += int64(ones(w.Known()))
		b.withheld += int64(ones(w.Known() &^ c.Known()))
		b.said += int64(ones(c.Known()))
		b.unbelieved += int64(ones(c.Known() & c.Differs(w)))
		b.contradicted += int64(ones(c.Opposes(w)))
	}
}

func ofBehaviour(name, unit, channel string, of func(behaviour) float64) Metric {
	m := overRun(name, unit, channel, func() func(*sim.Model) float64 {
		x := conduct{tick: -1}
		return func(m *sim.Model) float64 {
			if c := m.Channel(channel); c >= 0 {
				return x.read(m, c, of)
			}
			return math.NaN()
		}
	})
	m.Fits = func(s sim.Scenario) error {
		if s.Asynchronous {
			return fmt.Errorf("the scenario is asynchronous, want one in which people speak once " +
				"a tick")
		}
		return hasChannel(s, channel)
	}
	return m
}

// conduct keeps what people believed at the tick that was read last, which is when they spoke.
type conduct struct {
	tick     int // -1: none
	believed []agents.Word
	value    float64
}

func (x *conduct) read(m *sim.Model, c int, of func(behaviour) float64) float64 {
	if m.Tick() == x.tick {
		return x.value // the run has stopped
	}
	x.value = math.NaN()
	if m.Tick() == x.tick+1 && x.tick >= 0 {
		x.value = of(x.compare(m, c))
	}
	x.tick, x.believed = m.Tick(), append(x.believed[:0], m.Bodies()...)
	return x.value
}

// compare compares what everybody said with what he believed then.
func (x *conduct) compare(m *sim.Model, c int) (b behaviour) {
	width := agents.Width(m.Dimensions())
	for p := range m.People() {
		b.add(x.believed[p*width:(p+1)*width], m.Claims(c, p))
	}
	return b
}
