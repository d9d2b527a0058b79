package agents

// Activity is what a person does in a tick with the seats that he heeds.
type Activity uint8

const (
	Gather Activity = iota // learns from the norms of the units
	Ask                    // turns to a voice of each unit (see Asker)
	Create                 // is in the meeting of the first of them (see sim.Scenario.Activity)
	Idle                   // nothing
)

// Doer is the rule by which a person chooses the one thing that he does in a tick. The engine asks
// once a tick, before anybody speaks. Whatever he does, he is heard.
type Doer interface {
	Do(p *Person) Activity
}

// DoFunc makes a Doer of a function.
type DoFunc func(p *Person) Activity

// Do calls f.
func (f DoFunc) Do(p *Person) Activity { return f(p) }

// Limited is a Doer that says which activities it may choose. Then a scenario that lacks what they
// need is an error before it runs, else when somebody chooses so.
type Limited interface{ May(a Activity) bool }
