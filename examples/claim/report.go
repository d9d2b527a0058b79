package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

const title = "Are communities of practice the social unit best suited to organizational " +
	"learning? (Huysman and de Wit 2002; Wenger 1998; against it, Huysman 2004)"

// fair says what the organizations share, and how equal contact is, in numbers.
func (p *claim) fair() (string, error) {
	sizes := p.people.All()
	if tested := plain().on.People; !slices.Contains(sizes, tested) {
		sizes = append(sizes, tested)
	}
	var all []string
	for _, people := range sizes {
		of, err := contact(people)
		if err != nil {
			return "", err
		}
		all = append(all, of)
	}
	return "Match: all organizations share people, first beliefs, reality, chance, rules, words " +
		"said and attention (one seat a tick). Seats a person, and units of people: " +
		strings.Join(all, "; ") + ". Isolated units are matched to none. Each has the same unit " +
		"on top, in which nobody has a seat. A mechanism is on in all organizations alike. " +
		"Creating and searching alone give trials; the rows with trials compare with each other " +
		"only.", nil
}

// contact tells the seats a person and the units of each organization of so many people.
func contact(people int) (string, error) {
	c := plain()
	c.on.People = people
	scenarios, err := organizations(c)
	if err != nil {
		return "", err
	}
	built := map[string]*network.Units{}
	for _, s := range scenarios {
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return "", err
		}
		built[s.Name] = m.Units(m.Channel(setups.Channel))
	}
	var all []string
	for _, name := range []string{brokered, hierarchy, communities, matrix, isolated} {
		u := built[name]
		all = append(all, fmt.Sprintf("%s %.2f in %s", name, u.Budget().Seats,
			chart.Thousands(u.Len()-1))) // the last is the top
	}
	return fmt.Sprintf("of %s people %s", chart.Thousands(people), strings.Join(all, ", ")), nil
}

func (p *claim) report() (study.Report, error) {
	grid, tests := contrasts(p.gridCells()), contrasts(p.testCells())
	fair, err := p.fair()
	return study.Report{
		Title:   title,
		Table:   p.tables(grid, tests),
		Notes:   []string{p.verdict(grid, tests), fair},
		Figures: []study.Figure{{Name: "claim", Panel: p.figure(grid)}},
	}, err
}

// tables are all tables, one below the other.
func (p *claim) tables(grid, tests map[key]metrics.Comparison) (text string) {
	for _, t := range []study.Table{
		p.whereTable(grid), p.bestTable(), p.momentTable(), p.mechanismTable(tests),
		p.shockTable(tests),
	} {
		text += "\n" + t.String()
	}
	return strings.TrimPrefix(text, "\n")
}

// tally counts the conditions in which communities are ahead, the line is, or neither is shown.
func (p *claim) tally(found map[key]metrics.Comparison, m match, o outcome, tick int) (n [3]int) {
	for _, c := range p.gridCells() {
		n[1-sign(found[key{c.name(), m, o.name, tick}])]++
	}
	return n
}

// whereTable says in how many conditions communities are ahead at equal contact.
func (p *claim) whereTable(found map[key]metrics.Comparison) study.Table {
	t := study.Table{
		Title: fmt.Sprintf("At equal contact: in how many of %d conditions are communities "+
			"ahead of the line of superiors (+), behind it (-), or neither (?)? All %d contrasts "+
			"are "+
			"adjusted together at %g (Holm).", len(p.gridCells()), len(found), alpha),
		Columns: []string{"", "tick", "brokered, hierarchy", "communities, matrix"},
	}
	for _, o := range outcomes {
		for _, tick := range p.ticks.All() {
			row := []string{o.title, study.Count(tick)}
			for _, m := range matches {
				n := p.tally(found, m, o, tick)
				row = append(row, fmt.Sprintf("+%d  -%d  ?%d", n[0], n[2], n[1]))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// bestTable says in how many conditions each organization has the highest mean.
func (p *claim) bestTable() study.Table {
	t := study.Table{
		Title: "With the contact they come with: in how many conditions has each the highest " +
			"mean? Some share it.",
		Columns: append([]string{"", "tick"}, names...),
	}
	for _, o := range outcomes {
		for _, tick := range p.ticks.All() {
			row := []string{o.title, study.Count(tick)}
			for _, n := range p.best(o, tick) {
				row = append(row, strconv.Itoa(n))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// best counts, for each organization, the conditions in which no other has a higher mean.
func (p *claim) best(o outcome, tick int) []int {
	counts := make([]int, len(names))
	for _, c := range p.gridCells() {
		for _, i := range highest(len(names), func(i int) float64 {
			return c.table.Estimate(names[i], o.metric, tick).Mean
		}) {
			counts[i]++
		}
	}
	return counts
}

// highest are the places of the largest of n numbers, which may be there several times.
func highest(n int, of func(int) float64) (places []int) {
	for i := range n {
		if len(places) > 0 && of(i) > of(places[0]) {
			places = nil
		}
		if len(places) == 0 || of(i) == of(places[0]) {
			places = append(places, i)
		}
	}
	return places
}

// momentTable is what each organization learns with one of the three moments switched off.
func (p *claim) momentTable() study.Table {
	t := study.Table{
		Title: fmt.Sprintf("The three moments, each switched off, where everybody also searches "+
			"alone (turnover .01, tick %d): what people know / what the organization knows.",
			lastTick),
		Columns: append([]string{""}, names...),
	}
	for _, x := range moments {
		row, c := []string{x.name}, p.find(plain().name, x.name)
		for _, name := range names {
			row = append(row, two(c.table.Estimate(name, social, lastTick).Mean)+" / "+
				two(c.table.Estimate(name, organizational, lastTick).Mean))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// mechanismTable is brokered communities less the hierarchy at the end, for each mechanism.
func (p *claim) mechanismTable(found map[key]metrics.Comparison) study.Table {
	t := study.Table{
		Title: fmt.Sprintf("Brokered communities less hierarchy at tick %d, with each mechanism "+
			"on "+
			"in both (turnover .01; two rows where %g of reality turns at tick %d; 95 %% "+
			"intervals, paired by run; * shown, with all %d contrasts of these tests adjusted "+
			"together).", lastTick, turning, shockAt, len(found)),
		Columns: []string{"mechanism", "people", "organization", "newcomers"},
	}
	rows := append([]mechanism{{name: none}, {name: none, where: turns}, moments[0]}, added...)
	for _, x := range rows {
		row := []string{x.label()}
		c := p.find(x.shown(), x.name)
		for _, o := range c.outcomes {
			row = append(row, short(found[key{c.name(), matches[0], o.name, lastTick}]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// shockTable is who knows most after a shock.
func (p *claim) shockTable(found map[key]metrics.Comparison) study.Table {
	t := study.Table{
		Title: fmt.Sprintf("Who remembers, and who adapts: what people know at tick %d, without "+
			"and with a shock at tick %d, in which %g of the people leave, or %g of reality turns.",
			afterShock, shockAt, leaving, turning),
		Columns: []string{"", "no shock", "many leave", "reality turns"},
	}
	for _, name := range names {
		row := []string{name}
		for _, shock := range shocks() {
			row = append(row, program.Interval(
				p.find(shock.name, none).table.Estimate(name, social, afterShock)))
		}
		t.Rows = append(t.Rows, row)
	}
	for _, m := range matches {
		row := []string{m.community + " - " + m.line}
		for _, shock := range shocks() {
			c := p.find(shock.name, none)
			row = append(row, short(found[key{c.name(), m, outcomes[0].name, afterShock}]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// short is a difference with its interval, and a star if it is shown; or why there is none.
func short(c metrics.Comparison) string {
	if c.Note != "" {
		return c.Note + " "
	}
	e := c.Difference
	text := two(e.Mean)
	if e.HasInterval() {
		text = fmt.Sprintf("%s [%s,%s]", two(e.Mean), two(e.Low), two(e.High))
	}
	if sign(c) != 0 {
		return text + "*"
	}
	return text + " "
}

// two is a number with two decimals and without the 0 before the point.
func two(v float64) string {
	text := strings.Replace(strconv.FormatFloat(v, 'f', 2, 64), "0.", ".", 1)
	if text == "-.00" {
		return ".00"
	}
	return text
}
