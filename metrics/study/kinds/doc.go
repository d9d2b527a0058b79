// Package kinds is the table of all that a study can name: conditions, organizations, published
// models, mechanisms, realities, rules, events and controls.
//
// A kind has a role, a name, a sentence that says what it is, and fields with their unit, range and
// default. From the one table come the validation of study files, their schema and documentation,
// and the sliders of a page.
//
//	All            the table
//	Table.Find     a kind by role and name
//	Field.Check    whether a field takes a value
//	Build          the scenario of some kinds and values
//
// A program adds kinds of its own to a copy of the table:
//
//	table := append(kinds.All(), kinds.New(kinds.Event, "layoff", "People leave at once.",
//		func() (kinds.Put, kinds.Fields) {
//			l := &layoff{Rate: .1}
//			return l.put, kinds.Fields{
//				kinds.NumberOf("rate", "share", "of people who leave", 0, 1, &l.Rate)}
//		}))
//
// The function makes the parameters with their defaults. Fields point into them.
package kinds
