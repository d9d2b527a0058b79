package sim

import "orglearn/agents/kernel"

// byGains reports whether all rules that look back do nothing where nobody gained or lost.
func byGains(rules []reviewer) bool {
	for _, by := range rules {
		if rule := kernel.Own[kernel.ByGains](by.rule); rule == nil || !rule.LooksAtGains() {
			return false
		}
	}
	return true
}

// paid reports whether somebody gained or lost in a unit this tick.
func (r *reviewing) paid(unit int) bool {
	any := int32(0)
	for _, seat := range r.seats[r.began[unit]:r.began[unit+1]] {
		any |= r.gained[seat]
	}
	return any != 0
}
