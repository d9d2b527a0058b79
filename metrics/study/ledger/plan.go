package ledger

import (
	"fmt"
	"strconv"

	"orglearn/agents"
	"orglearn/metrics/study"
	"orglearn/sim"
)

// write makes the tables and writes the plan.
func (l *Ledger) write(p study.Plan) error {
	parts := partsOf(p)
	if err := l.exec(schemaOf(parts)); err != nil {
		return err
	}
	err := l.exec("INSERT INTO plan VALUES (?, ?, ?, ?, ?)", p.Hash(), fmt.Sprint(p.Seed),
		p.Replicates, sim.Version, agents.StreamVersion)
	if err != nil {
		return err
	}
	for i, c := range p.Columns {
		of := parts[i/maxValues]
		err := l.exec("INSERT INTO columns VALUES (?, ?, ?, ?, ?)", i, c.Metric, c.Tick, of.table,
			of.names[i-of.first])
		if err != nil {
			return err
		}
	}
	for i, c := range p.Cells {
		if err := l.writeCell(i, c); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) writeCell(cell int, c study.Cell) error {
	err := l.exec("INSERT INTO cells VALUES (?, ?, ?)", cell, c.Organization, c.Recipe)
	for i, f := range c.Factors {
		if err == nil {
			err = l.exec("INSERT INTO factors VALUES (?, ?, ?, ?)", cell, i, f.Name, f.Value)
		}
	}
	return err
}

// load reads the plan of a store.
func (l *Ledger) load() error {
	id, err := l.number("PRAGMA application_id")
	if err != nil {
		return err
	}
	version, err := l.number("PRAGMA user_version")
	switch {
	case err != nil:
		return err
	case id != application:
		return fmt.Errorf("ledger: %s is not the store of a study", l.path)
	case version != schema:
		return fmt.Errorf("ledger: %s has tables of version %d, and this program reads version %d "+
			"only: run the study again into another store, or use the version of the program "+
			"that made it", l.path, version, schema)
	}
	if err := l.loadPlan(); err != nil {
		return err
	}
	l.layOut()
	return nil
}

func (l *Ledger) loadPlan() error {
	p := study.Plan{}
	var seed, of string
	err := l.row("SELECT hash, seed, replicates FROM plan", &l.hash, &seed, &p.Replicates)
	if err != nil {
		return err
	}
	if p.Seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
		return fmt.Errorf("ledger: %s: the seed: %w", l.path, err)
	}
	err = l.each("SELECT text FROM studies WHERE number = 0", func() error { return nil }, &p.Study)
	if err != nil {
		return err
	}
	var k study.Column
	err = l.each("SELECT metric, tick FROM columns ORDER BY number", func() error {
		p.Columns = append(p.Columns, k)
		return nil
	}, &k.Metric, &k.Tick)
	if err != nil {
		return err
	}
	var c study.Cell
	err = l.each("SELECT organization, recipe FROM cells ORDER BY cell", func() error {
		p.Cells = append(p.Cells, c)
		return nil
	}, &c.Organization, &c.Recipe)
	if err != nil {
		return err
	}
	l.plan, of = p, "SELECT cell, name, value FROM factors ORDER BY cell, place"
	return l.loadFactors(of)
}

func (l *Ledger) loadFactors(query string) error {
	var cell int
	var f study.Factor
	return l.each(query, func() error {
		if cell < 0 || cell >= len(l.plan.Cells) {
			return fmt.Errorf("ledger: %s: a factor has cell %d, want 0 to %d", l.path, cell,
				len(l.plan.Cells)-1)
		}
		c := &l.plan.Cells[cell]
		c.Factors = append(c.Factors, f)
		return nil
	}, &cell, &f.Name, &f.Value)
}

// Of returns a ForeignError where the store is not of a plan.
func (l *Ledger) Of(p study.Plan) error {
	if hash := p.Hash(); hash != l.hash {
		return &ForeignError{Path: l.path, Store: l.hash, Plan: hash,
			Difference: l.difference(p)}
	}
	return nil
}

// takeUp checks that the store is of the plan, and notes what is new in the plan.
func (l *Ledger) takeUp(p study.Plan) error {
	if err := l.Of(p); err != nil {
		return err
	}
	return l.inTransaction(func() error {
		l.plan.Replicates = max(l.plan.Replicates, p.Replicates)
		err := l.exec("UPDATE plan SET replicates = ?", l.plan.Replicates)
		if err != nil {
			return err
		}
		return l.note(p.Study)
	})
}

// note adds a text of the study that the store does not have.
func (l *Ledger) note(text string) error {
	err := l.exec("INSERT INTO studies (text, number, runs) SELECT ?1, (SELECT count(*) FROM "+
		"studies), (SELECT count(*) FROM runs) WHERE ?1 NOT IN (SELECT text FROM studies)", text)
	if err != nil {
		return err
	}
	return l.row("SELECT text FROM studies WHERE number = 0", &l.plan.Study)
}

// Text is a text of the study from which runs of a store were made.
type Text struct {
	Study string
	Runs  int // that the store had when the text was first seen
}

// Texts returns the texts of the study, in the order in which they were seen. The first has 0 Runs.
func (l *Ledger) Texts() ([]Text, error) {
	var t Text
	var all []Text
	err := l.each("SELECT text, runs FROM studies ORDER BY number", func() error {
		all = append(all, t)
		return nil
	}, &t.Study, &t.Runs)
	return all, err
}
