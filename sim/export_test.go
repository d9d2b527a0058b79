package sim

// Apart reports whether the chance of a model's channel is that of a lane among replicates.
func Apart(m *Model, channel string) bool { return m.forumNamed(channel).channel.lane >= 0 }
