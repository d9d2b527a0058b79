package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"orglearn/network"
	"orglearn/sim"
)

// drafts are the units of scenarios in their first replicate, each drawn once, and what a short
// trial took. The zero value is
// ready. Goroutines may share it.
type drafts struct {
	mu sync.Mutex
	of map[string]draft // by scenario
}

// draft is the units of a scenario's first replicate, and what it took.
type draft struct {
	units *network.Units
	cost  cost
}

// units are those of a scenario's first replicate.
func (d *drafts) units(s sim.Scenario, seed uint64) (*network.Units, error) {
	return d.replicate(s, seed, 0)
}

// replicate are the units of one replicate of a scenario. The first is kept.
func (d *drafts) replicate(s sim.Scenario, seed uint64, r int) (*network.Units, error) {
	if u := d.kept(s.Name).units; u != nil && r == 0 {
		return u, nil
	}
	begun := time.Now()
	m, err := sim.New(s, seed, uint64(r))
	if err != nil {
		return nil, err
	}
	units := m.Units(0)
	if r == 0 {
		d.keep(s.Name, draft{units, try(m, time.Since(begun))})
	}
	return units, nil
}

// cost is what a scenario takes.
func (d *drafts) cost(scenario string) cost { return d.kept(scenario).cost }

func (d *drafts) kept(scenario string) draft {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.of[scenario]
}

func (d *drafts) keep(scenario string, made draft) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of == nil {
		d.of = map[string]draft{}
	}
	d.of[scenario] = made
}

// each calls do with 0 to n-1, from so many goroutines at most: 0 stands for one per processor.
func each(workers, n int, do func(i int)) {
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(workers, n) {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		}()
	}
	all.Wait()
}
