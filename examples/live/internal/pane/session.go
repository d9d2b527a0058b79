package pane

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
)

// Session is one run of the organization of a pane, the replicate 0.
type Session struct {
	setting *Setting
	pane    int
	model   *sim.Model
	ms      []metrics.Metric
	picture Picture
	begun   bool // the frame of the first tick is encoded
	before  before
}

// before is the state at the frame before, from which comes what a person or a unit changed.
type before struct {
	bodies []agents.Word
	norms  []agents.Word
	seats  []int32 // the voices of all units
}

// New returns the session of a pane at tick 0.
func New(s *Setting, pane int) (*Session, error) {
	if pane < 0 || pane >= len(s.Panes) {
		return nil, fmt.Errorf("pane %d, want 0 to %d", pane, len(s.Panes)-1)
	}
	m, err := s.model(pane, 0)
	if err != nil {
		return nil, err
	}
	isReal := strings.HasSuffix(s.Panes[pane].Of, "/bundled")
	p := &Session{setting: s, pane: pane, model: m, ms: Metrics(), picture: draw(m, isReal)}
	p.keep()
	return p, nil
}

// model returns a replicate at tick 0. The later organization is tried as well, so that a branch
// that cannot be is an error at the start.
func (s *Setting) model(pane int, replicate uint64) (*sim.Model, error) {
	scenario, err := s.Scenario(pane)
	if err != nil {
		return nil, err
	}
	m, err := sim.New(scenario, s.Seed, replicate)
	if err != nil || s.Branch == nil {
		return m, err
	}
	later, err := s.Later(pane)
	if err != nil {
		return nil, err
	}
	return m, m.Clone().Follow(later)
}

// Picture returns what does not change over the run.
func (p *Session) Picture() Picture { return p.picture }

// Model returns the model as it stands.
func (p *Session) Model() *sim.Model { return p.model }

// Next encodes the frame of the next tick, the first time that of tick 0, after the frames that are
// in b. It reports false, and adds nothing, when the run is over.
func (p *Session) Next(b []byte) ([]byte, bool, error) {
	if !p.begun {
		p.begun = true
		return p.frame(b), true, p.setting.follow(p.model, p.pane)
	}
	if p.model.Done() {
		return b, false, p.model.Err()
	}
	if err := p.model.Step(); err != nil {
		return b, false, err
	}
	b = p.frame(b)
	return b, true, p.setting.follow(p.model, p.pane)
}

// follow lets a model go on by the later organization, if it stands at the tick of the branch.
func (s *Setting) follow(m *sim.Model, pane int) error {
	if s.Branch == nil || m.Tick() != s.Branch.Tick {
		return nil
	}
	later, err := s.Later(pane)
	if err != nil {
		return err
	}
	return m.Follow(later)
}

// keep remembers the state for the next frame.
func (p *Session) keep() {
	p.before.bodies = append(p.before.bodies[:0], p.model.Bodies()...)
	p.before.norms = p.before.norms[:0]
	for _, u := range p.picture.Units {
		if p.hasNorm(u) {
			p.before.norms = append(p.before.norms, p.model.Norm(0, u.ID)...)
		}
	}
	p.before.seats = p.listVoices(p.before.seats[:0])
}

// hasNorm reports whether a unit that was drawn still is and keeps a norm.
func (p *Session) hasNorm(u Unit) bool { return u.ID < p.model.Norms(0) }

// listVoices lists who is heard where, while people are drawn with lines.
func (p *Session) listVoices(all []int32) []int32 {
	if len(p.picture.X) == 0 || p.picture.Joins == "units" || p.model.Channels() == 0 {
		return all
	}
	u := p.model.Units(0)
	for k := range u.Len() {
		all = append(append(all, int32(-1-k)), u.Voices(k)...)
	}
	return all
}

// moved reports whether people who are drawn are heard elsewhere than at the frame before.
func (p *Session) moved() bool {
	return !slices.Equal(p.before.seats, p.listVoices(nil))
}
