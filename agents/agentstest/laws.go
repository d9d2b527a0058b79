package agentstest

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"orglearn/agents"
)

// ticks is the number of ticks that a scene lasts.
const ticks = 4

// report fails the test once for each law that is broken.
type report struct {
	t    testing.TB
	name string
	told map[string]bool
}

func (p *report) broken(law, format string, args ...any) {
	p.t.Helper()
	if !p.told[law] {
		p.t.Errorf("agentstest: %s %s", p.name, fmt.Sprintf(format, args...))
	}
	p.told[law] = true
}

// check tries a rule against every law for its kind. It stops at the first broken law, because
// later laws rest on earlier ones.
func (s Suite) check(t testing.TB, r *rule) {
	t.Helper()
	if s.Scenes <= 0 {
		s.Scenes = 120
	}
	p := &report{t: t, name: fmt.Sprintf("%T", r.value), told: map[string]bool{}}
	for _, law := range []func(Suite, *report, *rule){
		Suite.valid, Suite.fits, Suite.remembers, Suite.pure, Suite.separate, Suite.beside,
		Suite.strangers, Suite.monotone, Suite.lanewise, Suite.blocks, Suite.allocates,
	} {
		if len(p.told) == 0 {
			law(s, p, r)
		}
	}
}

// valid: Validate accepts the rule.
func (Suite) valid(p *report, r *rule) {
	if v, ok := r.value.(agents.Validator); ok {
		if err := v.Validate(); err != nil {
			p.broken("valid", "refuses its own parameters (%v); try one that it accepts, "+
				"and this one with Refuses", err)
		}
	}
}

// fits: some sizes fit the rule. All scenes have such sizes.
func (Suite) fits(p *report, r *rule) {
	var wrong string
	if r.sizes, wrong = sizesOf(r.value); wrong != "" {
		p.broken("fits", "%s", wrong)
	}
}

// remembers: Memory is never negative, and always the same.
func (Suite) remembers(p *report, r *rule) {
	m, ok := r.value.(agents.Rememberer)
	if !ok {
		return
	}
	for _, dimensions := range manyDimensions {
		n := m.Memory(dimensions)
		if min(n.Person, n.Seat, n.Tie, n.Unit, n.Planes) < 0 {
			p.broken("remembers", "has a negative memory: Memory(%d) is %+v", dimensions, n)
		} else if again := m.Memory(dimensions); again != n {
			p.broken("remembers", "cannot tell its memory: Memory(%d) is %+v, then %+v",
				dimensions, n, again)
		}
	}
}

// live runs a scene by itself, and returns what each tick leaves.
func (s Suite) live(number int, r *rule) ([]outcome, error) {
	c := newScene(s, number, r)
	var life []outcome
	for range ticks {
		c.next(r)
		if err := c.call(r); err != nil {
			return nil, fmt.Errorf("%w (%v)", err, c)
		}
		life = append(life, c.left())
	}
	return life, nil
}

// String describes the scene for the errors of laws.
func (c *scene) String() string {
	return fmt.Sprintf("scene %d: %d dimensions, %d voices, %d of them units, tick %d",
		c.number, c.dimensions, len(c.ids), c.others, c.person.Tick)
}

// pure: the same scene run again leaves the same.
func (s Suite) pure(p *report, r *rule) {
	for number := range s.Scenes {
		first, err := s.live(number, r)
		if err != nil {
			p.broken("keeps", "%v", err)
			return
		}
		second, err := s.live(number, r)
		if err != nil {
			p.broken("keeps", "%v", err)
			return
		}
		for tick := range first {
			if how := second[tick].differs(first[tick], r.writes); how != "" {
				p.broken("pure", "is no function of its arguments and stream: "+
					"repeated, %s (scene %d, tick %d)", how, number, first[tick].tick)
			}
		}
	}
}

// separate: two scenes run in turns leave what each leaves by itself.
func (s Suite) separate(p *report, r *rule) {
	for number := range s.Scenes - 1 {
		a, b := newScene(s, number, r), newScene(s, number+1, r)
		alone, err := s.live(number, r)
		if err != nil {
			p.broken("keeps", "%v", err)
			return
		}
		for tick := range ticks {
			var outcomes [2]outcome
			for i, c := range []*scene{a, b} {
				c.next(r)
				if err := c.call(r); err != nil {
					p.broken("keeps", "%v (%v)", err, c)
					return
				}
				outcomes[i] = c.left()
			}
			if how := outcomes[0].differs(alone[tick], r.writes); how != "" {
				p.broken("separate", "holds state: with calls for another person between, "+
					"%s (%v)", how, a)
			}
		}
	}
}

// beside: scenes run in several goroutines leave what each leaves by itself.
func (s Suite) beside(p *report, r *rule) {
	const workers = 4
	var wrong [workers]string
	alone := make([][]outcome, min(s.Scenes, 40))
	for number := range alone {
		alone[number], _ = s.live(number, r)
	}
	var all sync.WaitGroup
	for w := range workers {
		all.Add(1)
		go func() {
			defer all.Done()
			for number := range alone {
				life, err := s.live(number, r)
				if err != nil {
					wrong[w] = err.Error()
					return
				}
				for tick := range life {
					if how := life[tick].differs(alone[number][tick], r.writes); how != "" {
						at := life[tick].tick
						wrong[w] = fmt.Sprintf("%s (scene %d, tick %d)", how, number, at)
					}
				}
			}
		}()
	}
	all.Wait()
	for _, how := range wrong {
		if how != "" {
			p.broken("beside", "holds state: called in several goroutines, %s", how)
		}
	}
}

// Refuses checks that Validate refuses the parameters of each rule, in one line.
func Refuses(t testing.TB, rules ...agents.Validator) {
	t.Helper()
	for _, r := range rules {
		switch err := r.Validate(); {
		case err == nil:
			t.Errorf("agentstest: %T%+v is not refused by Validate", r, r)
		case strings.TrimSpace(err.Error()) == "" || strings.ContainsAny(err.Error(), "\r\n"):
			t.Errorf("agentstest: %T%+v: Validate says %q, want one line", r, r, err)
		}
	}
}
