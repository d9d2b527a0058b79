package roster

import "orglearn/network"

// Active returns the roster of the people who have a place in all structures, so that these can be
// compared over the same people. If there is a chart, such a person is in it. If there are
// departments, he is in one. If there is a file of ties, he is tied to another person kept, in
// either direction.
//
// The people kept get new numbers, in the same order. A person whose superior is left out reports
// to the next higher superior who is kept. A department of which nobody is kept is removed, and the
// others get new numbers. Fewer than two people kept are an error.
func (r *Roster) Active() (*Roster, error) { return r.reduce(false) }

// ActiveWithIsolates is Active, but people without a tie stay in. They listen to nobody in
// communities, and have their places in chart and departments.
func (r *Roster) ActiveWithIsolates() (*Roster, error) { return r.reduce(true) }

// reduce is Active, with people without ties if isolates is true.
func (r *Roster) reduce(isolates bool) (*Roster, error) {
	d := &Reduction{}
	kept := r.markKept(d, isolates)
	if d.People < 2 {
		return nil, d.tooFewError(len(kept))
	}
	number := numberKept(kept)
	active := &Roster{ids: pick(r.ids, kept), idColumn: r.idColumn, columns: r.columns,
		departmentAt: r.departmentAt, weight: r.weight, sent: r.sent, report: r.report.clone()}
	for _, column := range r.attributes {
		active.attributes = append(active.attributes, pick(column, kept))
	}
	d.MovedUp = active.keepChart(r, kept, number)
	active.second, _ = keepLine(r.second, kept, number)
	active.keepDepartments(r, kept)
	active.keepTeams(r, number)
	if err := active.keepTies(r, number); err != nil {
		return nil, err
	}
	d.count(active, r)
	active.report.Reduction = d
	return active, nil
}

// markKept marks the people who are kept. It counts them, and it counts the others by reason.
func (r *Roster) markKept(d *Reduction, isolates bool) []bool {
	kept, inTeam := make([]bool, r.People()), r.inTeam()
	for p := range kept {
		switch {
		case r.superior != nil && !r.inChart[p]:
			d.Outside++
		case r.department != nil && r.department[p] < 0, !inTeam[p]:
			d.WithoutDepartment++
		default:
			kept[p] = true
		}
	}
	if r.report.TiesFile != "" && !isolates {
		d.Alone = r.dropAlone(kept)
	}
	d.People = len(kept) - d.Outside - d.WithoutDepartment - d.Alone
	return kept
}

// dropAlone unmarks the people who have no tie to anyone marked, and counts them. One pass is
// enough, because no marked person is tied to those it unmarks.
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

// numberKept numbers the people kept, in their order; the others get -1.
func numberKept(kept []bool) []int32 {
	number := make([]int32, len(kept))
	next := int32(0)
	for p, keep := range kept {
		number[p] = -1
		if keep {
			number[p] = next
			next++
		}
	}
	return number
}

// pick returns the items that are kept.
func pick[T any](items []T, kept []bool) []T {
	var picked []T
	for i, item := range items {
		if kept[i] {
			picked = append(picked, item)
		}
	}
	return picked
}

// inTeam marks the people who are in a team; without a file of teams, everybody.
func (r *Roster) inTeam() []bool {
	in := make([]bool, r.People())
	for p := range in {
		in[p] = r.teams == nil
	}
	for _, team := range r.teams {
		for _, p := range team {
			in[p] = true
		}
	}
	return in
}

// keepChart copies the superiors of the people kept, but skips superiors left out. It counts the
// people whose superior it skipped.
func (r *Roster) keepChart(from *Roster, kept []bool, number []int32) (movedUp int) {
	r.superior, movedUp = keepLine(from.superior, kept, number)
	for range r.superior {
		r.inChart = append(r.inChart, true)
	}
	return movedUp
}

// keepLine returns the superiors of the people kept, and how many of them report to another.
func keepLine(line []int32, kept []bool, number []int32) (superiors []int32, movedUp int) {
	for p, superior := range line {
		if !kept[p] {
			continue
		}
		for superior >= 0 && !kept[superior] {
			superior = line[superior]
		}
		if superior >= 0 && superior != line[p] {
			movedUp++
		}
		if superior >= 0 {
			superior = number[superior]
		}
		superiors = append(superiors, superior)
	}
	return superiors, movedUp
}

// keepTeams copies the teams of which someone is kept.
func (r *Roster) keepTeams(from *Roster, number []int32) {
	for _, team := range from.teams {
		var members []int32
		for _, p := range team {
			if number[p] >= 0 {
				members = append(members, number[p])
			}
		}
		if len(members) > 0 {
			r.teams = append(r.teams, members)
		}
	}
}

// keepDepartments copies the departments of which someone is kept.
func (r *Roster) keepDepartments(from *Roster, kept []bool) {
	if from.department == nil {
		return
	}
	r.department = pick(from.department, kept)
	inhabited := make([]bool, len(from.departments))
	for _, k := range r.department {
		inhabited[k] = true
	}
	number := numberKept(inhabited)
	r.departments = pick(from.departments, inhabited)
	for p, k := range r.department {
		r.department[p] = int(number[k])
	}
}

// keepTies copies the ties between people kept.
func (r *Roster) keepTies(from *Roster, number []int32) (err error) {
	var edges []network.Edge
	for e := range from.ties.Edges() {
		e.From, e.To = number[e.From], number[e.To]
		if e.From >= 0 && e.To >= 0 {
			edges = append(edges, e)
		}
	}
	r.ties, err = network.NewGraph(r.People(), edges)
	return err
}
