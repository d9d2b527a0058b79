package sim

import "orglearn/agents"

// Succession replaces the person who has been there longest by a newcomer, at every tick that is a
// multiple of Every. Of several it is the one of the lowest number. So generations follow each
// other one person at a time, as in Zucker's experiments on transmission (1977, American
// Sociological Review 42:726-743). Vacant places stay vacant.
type Succession struct{ Every int } // 1 to MaxTicks; 0: never

// Happen implements Event.
func (e Succession) Happen(m *Model, _ *agents.Stream) {
	if m.tick == 0 || e.Every == 0 || m.tick%e.Every != 0 {
		return
	}
	oldest := -1
	for p := range m.People() {
		if !m.Vacant(p) && (oldest < 0 || m.Joined(p) < m.Joined(oldest)) {
			oldest = p
		}
	}
	if oldest >= 0 {
		m.Replace(oldest)
	}
}

// Name implements Named.
func (Succession) Name() string { return "succession" }

// Off implements Switched: with an Every of 0.
func (e Succession) Off() bool { return e.Every == 0 }

// Validate reports an Every outside 0 to MaxTicks.
func (e Succession) Validate() error {
	if e.Every == 0 {
		return nil
	}
	return every("Succession.Every", e.Every)
}
