package main

import (
	"slices"
	"sync"

	"orglearn/network"
)

// budgets are what the contact of units was measured to be, each measured once: paths between
// 50,000 people take a second. The zero value is ready. Goroutines may share it.
type budgets struct {
	mu sync.Mutex
	of map[*network.Units]network.Budget
}

// budgetOf is the contact that units give.
func (org *organizations) budgetOf(u *network.Units) network.Budget {
	org.budgets.mu.Lock()
	b, ok := org.budgets.of[u]
	org.budgets.mu.Unlock()
	if ok {
		return b
	}
	b = u.Budget()
	org.budgets.mu.Lock()
	defer org.budgets.mu.Unlock()
	if org.budgets.of == nil {
		org.budgets.of = map[*network.Units]network.Budget{}
	}
	org.budgets.of[u] = b
	return b
}

// measureContact measures the contact of all organizations and controls, several at once.
func (org *organizations) measureContact(workers int) {
	var all []*network.Units
	org.each(func(_ organization, _, scenario string) {
		if u := org.units[scenario]; !slices.Contains(all, u) {
			all = append(all, u)
		}
	})
	each(workers, len(all), func(i int) { org.budgetOf(all[i]) })
}
