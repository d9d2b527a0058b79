// Package signals lets people hear from reality itself, each for himself, with errors.
// Practitioners see a little every day in their own work. Experts know more, and may know what was
// true some time ago. [Signals] is the event, and [Match] gives both the same information:
//
//	practitioners := signals.Signals{Each: 1, Right: .6}
//	experts := signals.Signals{Right: .683, Per: 5}
//	experts.Each = signals.Match(practitioners.Each*5, .6, .683)
//
// # Words
//
//	signal        what reality tells one person about one dimension: yes or no, right with a
//	              probability
//	information   of a signal, in bits: by how much it makes a fair coin less uncertain
//	practitioner  one of many who get signals that are often wrong
//	expert        one of few who get signals that are mostly right
//	stale         a signal about a world of the past
package signals
