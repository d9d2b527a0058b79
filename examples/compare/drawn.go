package main

import (
	"sync"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// drawnOnce is a structure that hands out again what it has drawn from the same random numbers. A
// control is drawn before the runs, to see whether it hangs together, and again in its run. To draw
// a large one takes a third of the time of its run.
type drawnOnce struct {
	network.Structure
	kept *sync.Map // units by the random numbers from which they were drawn
}

// redrawn returns a scenario whose structure is drawn once for two builds.
func redrawn(s sim.Scenario) sim.Scenario {
	s.Channels = append([]sim.Channel(nil), s.Channels...)
	s.Channels[0].Structure = drawnOnce{s.Channels[0].Structure, new(sync.Map)}
	return s
}

// Build implements network.Structure.
func (d drawnOnce) Build(n int, src network.Source) (*network.Units, error) {
	stream, ok := src.(*agents.Stream)
	if !ok {
		return d.Structure.Build(n, src)
	}
	ahead := *stream
	key := [2]uint64{ahead.Uint64(), ahead.Uint64()}
	if u, ok := d.kept.LoadAndDelete(key); ok {
		src.Uint64() // a model asks whether chance was used
		return u.(*network.Units), nil
	}
	u, err := d.Structure.Build(n, src)
	if err == nil {
		d.kept.Store(key, u)
	}
	return u, err
}

// Validate reports what the structure reports.
func (d drawnOnce) Validate() error {
	if v, ok := d.Structure.(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}

// Fits reports numbers that the structure cannot serve.
func (d drawnOnce) Fits(dimensions, people int) error {
	if f, ok := d.Structure.(agents.Fitter); ok {
		return f.Fits(dimensions, people)
	}
	return nil
}
