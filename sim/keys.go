package sim

import "orglearn/agents/kernel"

// keys hold the chance of what happens to people outside channels.
type keys struct{ beliefs, self, attention, experience, reflect, activation kernel.Key }

// key returns the chance of a purpose, and of a name within it, in this replicate.
func (m *Model) key(purpose, name string) kernel.Key {
	return kernel.NewKey(m.seed, m.replicate, purpose, name)
}

func (m *Model) ownKeys() keys {
	return keys{
		beliefs: m.key("beliefs", ""), self: m.key("self", ""), attention: m.key("attention", ""),
		experience: m.key("experience", ""), reflect: m.key("reflect", ""),
		activation: m.key("activation", ""),
	}
}

// forumKeys hold the chance of each thing that happens in a forum.
type forumKeys struct {
	structure, rewire, heed, sight, parts, agenda, relay kernel.Key
	externalize, objectify, internalize                  kernel.Key
	ask, askUnit, reply                                  kernel.Key
}

// keysOf returns the keys of a channel of beliefs, without those of its rules (see keyRules).
func (m *Model) keysOf(name string) forumKeys {
	return forumKeys{
		structure: m.key("structure", name), rewire: m.key("rewire", name),
		heed: m.key("heed", name), sight: m.key("sight", name), parts: m.key("parts", name),
		agenda: m.key("agenda", name), relay: m.key("relay", name),
		ask: m.key("ask", name), askUnit: m.key("ask in a unit", name),
		reply: m.key("reply", name),
	}
}

// realKeysOf returns the keys of a channel of opinions.
func (m *Model) realKeysOf(name string) forumKeys {
	return forumKeys{
		structure:   m.key("structure of opinions", name),
		rewire:      m.key("rewire opinions", name),
		heed:        m.key("heed opinions", name),
		parts:       m.key("parts of opinions", name),
		agenda:      m.key("agenda of opinions", name),
		relay:       m.key("relay opinions", name),
		externalize: m.key("externalize opinions", name),
		objectify:   m.key("objectify opinions", name),
		internalize: m.key("internalize opinions", name),
	}
}
