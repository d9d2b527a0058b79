package agentstest

import (
	"fmt"
	"testing"
)

// allocates: a call does not allocate, after scratch space has grown.
func (s Suite) allocates(p *report, r *rule) {
	most := 0.0
	var where *scene
	for number := range min(s.Scenes, len(manyDimensions)) {
		c := newScene(s, number, r)
		c.next(r)
		n, err := c.allocations(r)
		if err != nil {
			p.t.Logf("agentstest: %s: allocations were not counted: %v", p.name, err)
			return
		}
		if n > most {
			most, where = n, c
		}
	}
	switch {
	case most == 0:
	case s.NoAllocs:
		p.broken("allocates", "allocates %v times a call (%v)", most, where)
	default:
		p.t.Logf("agentstest: %s allocates %v times a call (%v)", p.name, most, where)
	}
}

// allocations counts the allocations of a call. The testing package refuses to count them in
// parallel tests.
func (c *scene) allocations(r *rule) (n float64, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%v", v)
		}
	}()
	return testing.AllocsPerRun(10, func() { r.call(c) }), nil
}
