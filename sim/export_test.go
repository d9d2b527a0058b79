package sim

// Apart reports whether a channel of a model draws its chance as a lane.
func Apart(m *Model, channel string) bool { return m.forumNamed(channel).channel.lane >= 0 }
