package network

import "fmt"

// Active is the roster reduced to the people who are in all arrangements, so that these can be compared over the same people:
// in the chart if there is one, in a department if there are any, and with a tie to someone who is kept too, whoever of the
// two listens. They are numbered anew, in the same order. A person whose superior is left out reports to the next one above
// who is kept; a department without anyone kept is gone, and the others are numbered anew. Nobody, or one person, left is an
// error. A roster without a file of ties is reduced by chart and departments only.
func (r *Roster) Active() (*Roster, error) {
	d := &Reduction{}
	kept := r.kept(d)
	number := make([]int32, len(kept)) // new numbers; -1: left out
	for p, keep := range kept {
		number[p] = -1
		if keep {
			number[p] = int32(d.People)
			d.People++
		}
	}
	if d.People < 2 {
		return nil, fmt.Errorf("network: of %s %d can be in all arrangements, want at least 2: %d are outside the chart, %d in no "+
			"department, %d without a tie to the others", plural(len(kept), "person"), d.People, d.Outside, d.WithoutDepartment, d.Alone)
	}
	active := &Roster{ids: pickKept(r.ids, kept), columns: r.columns, weight: r.weight, sent: r.sent, report: r.report.clone()}
	for _, column := range r.attributes {
		active.attributes = append(active.attributes, pickKept(column, kept))
	}
	active.keepChart(r, kept, number, d)
	active.keepDepartments(r, kept)
	if err := active.keepTies(r, number); err != nil {
		return nil, err
	}
	d.Ties, d.LostTies = active.ties.EdgeCount(), r.ties.EdgeCount()-active.ties.EdgeCount()
	d.Chiefs, d.Departments = len(active.chiefs()), len(active.departments)
	d.Smallest, d.Largest, _ = active.departmentSizes()
	if r.report.TiesFile != "" {
		_, d.Unheeding = active.untied()
	}
	active.report.Reduction = d
	return active, nil
}

// kept marks the people who are kept and counts the others.
func (r *Roster) kept(d *Reduction) []bool {
	kept := make([]bool, r.People())
	for p := range kept {
		switch {
		case r.superior != nil && !r.inChart[p]:
			d.Outside++
		case r.department != nil && r.department[p] < 0:
			d.WithoutDepartment++
		default:
			kept[p] = true
		}
	}
	if r.report.TiesFile != "" {
		d.Alone = r.dropAlone(kept)
	}
	return kept
}

// dropAlone unmarks the people without a tie to anyone marked. A tie holds both ends, so one pass is enough: whoever goes was
// no one's tie.
func (r *Roster) dropAlone(kept []bool) int {
	tied := make([]bool, len(kept))
	for u := range kept {
		for _, v := range r.ties.Heard(u) {
			if kept[u] && kept[v] {
				tied[u], tied[v] = true, true
			}
		}
	}
	alone := 0
	for p := range kept {
		if kept[p] && !tied[p] {
			kept[p] = false
			alone++
		}
	}
	return alone
}

// pickKept gives the items of those kept.
func pickKept[T any](items []T, kept []bool) []T {
	var picked []T
	for i, item := range items {
		if kept[i] {
			picked = append(picked, item)
		}
	}
	return picked
}

// keepChart takes over the superiors; those left out are passed over.
func (r *Roster) keepChart(from *Roster, kept []bool, number []int32, d *Reduction) {
	if from.superior == nil {
		return
	}
	for p, keep := range kept {
		if !keep {
			continue
		}
		superior := from.superior[p]
		for superior >= 0 && !kept[superior] {
			superior = from.superior[superior]
		}
		if superior >= 0 && superior != from.superior[p] {
			d.MovedUp++
		}
		if superior >= 0 {
			superior = number[superior]
		}
		r.superior = append(r.superior, superior)
		r.inChart = append(r.inChart, true)
	}
}

// keepDepartments takes over the departments that have someone kept.
func (r *Roster) keepDepartments(from *Roster, kept []bool) {
	if from.department == nil {
		return
	}
	department := pickKept(from.department, kept)
	number := make([]int, len(from.departments))
	for _, k := range department {
		number[k] = 1
	}
	for k, used := range number {
		if used == 1 {
			number[k] = len(r.departments)
			r.departments = append(r.departments, from.departments[k])
		}
	}
	for p, k := range department {
		department[p] = number[k]
	}
	r.department = department
}

// keepTies takes over the ties between people kept.
func (r *Roster) keepTies(from *Roster, number []int32) (err error) {
	var edges []Edge
	for e := range from.ties.Edges() {
		e.From, e.To = number[e.From], number[e.To]
		if e.From >= 0 && e.To >= 0 {
			edges = append(edges, e)
		}
	}
	r.ties, err = NewGraph(len(r.ids), edges)
	return err
}
