package formation

import (
	"fmt"
	"slices"
	"sync"

	"orglearn/sim"
)

// history is the communities of one run at each of its ticks.
type history [][]Community

// at returns the communities at a tick; after the end of the run, those at its end.
func (h history) at(tick int) []Community {
	switch {
	case tick < 0 || len(h) == 0:
		return nil
	case tick >= len(h):
		return h[len(h)-1]
	}
	return h[tick]
}

// record runs a scenario to its end, and returns the history of the communities of a channel.
func record(s sim.Scenario, channel string, seed, replicate uint64) (h history, err error) {
	m, err := sim.New(s, seed, replicate)
	if err != nil {
		return nil, err
	}
	for {
		h = append(h, kept(h.at(m.Tick()-1), Communities(m, channel)))
		if m.Done() {
			return h, m.Err()
		}
		if err := m.Step(); err != nil {
			return nil, err
		}
	}
}

// kept returns communities, in the storage of others where they are the same.
func kept(before, now []Community) []Community {
	for i := range now {
		if b := find(before, now[i].Born); b != nil && slices.Equal(b.Members, now[i].Members) {
			now[i].Members = b.Members
		}
	}
	return now
}

// find returns the community that was born at a tick, or nil. At most one is born at a tick.
func find(all []Community, born int) *Community {
	for i := range all {
		if all[i].Born == born {
			return &all[i]
		}
	}
	return nil
}

// mostHistories is how many runs histories keeps: those of some blocks of a study, which the other
// control needs soon after.
const mostHistories = 256

// histories are the histories of the latest runs of one scenario. Each is found when it is needed,
// and is the same whoever asks for it, because a run depends on scenario, seed and replicate alone.
type histories struct {
	scenario sim.Scenario
	channel  string
	lock     sync.Mutex
	runs     map[run]func() history
	order    []run // as they came
}

type run struct{ seed, replicate uint64 }

// of returns the history of a run.
func (x *histories) of(r run) history {
	x.lock.Lock()
	find := x.runs[r]
	if find == nil {
		find = sync.OnceValue(func() history {
			h, err := record(x.scenario, x.channel, r.seed, r.replicate)
			if err != nil {
				panic(fmt.Sprintf("the scenario of which this is a control: %v", err))
			}
			return h
		})
		x.keep(r, find)
	}
	x.lock.Unlock()
	return find()
}

// keep keeps a run in the place of the one that came first, if there are many.
func (x *histories) keep(r run, find func() history) {
	if len(x.order) == mostHistories {
		delete(x.runs, x.order[0])
		x.order = slices.Delete(x.order, 0, 1)
	}
	x.runs[r] = find
	x.order = append(x.order, r)
}
