package ledger

import "orglearn/metrics/study"

// Status says how far a study has come.
type Status struct {
	Want   int // runs of the plan: cells times replicates
	Done   int // runs that went to their end
	Failed int // runs that did not
	// Spent is how long programs worked for the runs that they added, in seconds, and Added is the
	// number of those runs.
	Spent float64
	Added int
}

// Left returns the runs that are not in the store.
func (s Status) Left() int { return s.Want - s.Done - s.Failed }

// SecondsLeft returns how long the runs that are left will take, if they are as fast as those
// before. It is 0 where that is not known.
func (s Status) SecondsLeft() float64 {
	if s.Added == 0 {
		return 0
	}
	return s.Spent / float64(s.Added) * float64(s.Left())
}

// Status returns how far the study has come. Its time does not depend on the values stored.
func (l *Ledger) Status() (Status, error) {
	s := Status{Want: len(l.plan.Cells) * l.plan.Replicates}
	err := l.row("SELECT (SELECT count(*) FROM runs), "+
		"(SELECT count(*) FROM runs WHERE status = 'failed'), runs, seconds FROM spent",
		&s.Done, &s.Failed, &s.Added, &s.Spent)
	s.Done -= s.Failed
	return s, err
}

// Spend notes that a program worked some seconds for runs that it added.
func (l *Ledger) Spend(runs int, seconds float64) error {
	return l.exec("UPDATE spent SET runs = runs + ?, seconds = seconds + ?", runs, seconds)
}

// Failure is a run that did not go to its end.
type Failure struct {
	Cell      int
	Replicate uint64
	Error     string
	Line      string // the arguments of the program that repeat the run
}

// Failures returns the first failed runs, at most so many, by cell and replicate.
func (l *Ledger) Failures(most int) ([]Failure, error) {
	var f Failure
	var all []Failure
	err := l.each("SELECT cell, replicate, error, line FROM runs WHERE status = 'failed' "+
		"ORDER BY cell, replicate", func() error {
		if len(all) < most {
			all = append(all, f)
		}
		return nil
	}, &f.Cell, &f.Replicate, &f.Error, &f.Line)
	return all, err
}

// Missing returns the tasks of which not all runs are stored or waiting, in their order.
func (l *Ledger) Missing(tasks []study.Task) ([]study.Task, error) {
	type block struct{ cell, first int }
	stored := map[block]int{}
	var b block
	var runs int
	err := l.each("SELECT cell, replicate / 64 * 64, count(*) FROM runs GROUP BY 1, 2",
		func() error {
			stored[b] = runs
			return nil
		}, &b.cell, &b.first, &runs)
	if err != nil {
		return nil, err
	}
	for _, r := range l.pending {
		stored[block{r.Cell, int(r.Replicate) / study.Block * study.Block}]++
	}
	var missing []study.Task
	for _, t := range tasks {
		if stored[block{t.Cell, t.First}] < t.Count {
			missing = append(missing, t)
		}
	}
	return missing, nil
}

// Flags returns what flags put in place of the study's text, by name.
func (l *Ledger) Flags() (map[string]string, error) {
	all := map[string]string{}
	var name, value string
	err := l.each("SELECT name, value FROM flags", func() error {
		all[name] = value
		return nil
	}, &name, &value)
	return all, err
}

// SetFlag notes what a flag put in place of the study's text.
func (l *Ledger) SetFlag(name, value string) error {
	return l.exec("INSERT OR REPLACE INTO flags VALUES (?, ?)", name, value)
}
