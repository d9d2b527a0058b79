package roster

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/sheet"
	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// personRole and teamRole are the columns of a file of teams.
var (
	personRole = idRole
	teamRole   = newRole("team", "team", append([]string{"department"}, departmentStems...),
		[]string{"", "name", "id", "code", "nr"})
)

// readTeams reads a file of teams: one row for each person in each team.
func (in *reading) readTeams(file source) error {
	if file.r == nil {
		return nil
	}
	text, err := sheet.ReadText(file.name, file.r)
	if err != nil {
		return err
	}
	t, err := table.Open(text, table.Header{Wanted: []string{"id", "team"}, Loose: true,
		Check: func(columns []string) error {
			if err := personRole.check(columns, in.options.Columns.ID); err != nil {
				return err
			}
			return teamRole.check(columns, "", personRole.guess(columns))
		}})
	if err != nil {
		return err
	}
	t.Show = in.shown
	r := &teamsReading{reading: in, Table: t, members: map[string][]int32{},
		seats: map[seat]bool{}}
	if r.person, err = personRole.find(t, in.options.Columns.ID); err != nil {
		return err
	}
	if r.team, err = teamRole.find(t, "", r.person); err != nil {
		return err
	}
	in.use(t, r.person, personRole.flag)
	in.use(t, r.team, teamRole.flag)
	in.useNot(t, r.person, r.team)
	if err := t.Each(r.take); err != nil {
		return err
	}
	in.noteText(text, t)
	if len(r.members) == 0 {
		return fmt.Errorf("%s: no row puts a person in a team", file.name)
	}
	r.finish(file.name)
	return nil
}

// teamsReading is a file of teams while it is read.
type teamsReading struct {
	*reading
	*table.Table
	person, team     int // columns
	members          map[string][]int32
	seats            map[seat]bool // that are taken
	missing, unknown int           // rows dropped
}

// take reads one row. A person who is not among the people is an error unless the user accepts it.
func (r *teamsReading) take() error {
	p, is, err := r.find(r.Table, r.person)
	team := r.Row[r.team]
	switch {
	case err != nil:
		return err
	case is == table.Sum:
	case is == table.Missing || table.IsMissing(team):
		r.missing++
	case is == table.Unknown && r.options.Partial:
		r.unknown++
	case is == table.Unknown:
		return r.Fault(r.person, "no person %.40q in %s; -partial leaves the row out",
			r.reading.shown(r.Row[r.person]), r.roster.report.PeopleFile)
	default:
		r.add(p, team)
	}
	return nil
}

// seat is a person in a team.
type seat struct {
	person int32
	team   string
}

// add puts a person in a team, once.
func (r *teamsReading) add(person int32, team string) {
	team = strings.Clone(team)
	if s := (seat{person, team}); !r.seats[s] {
		r.seats[s] = true
		r.members[team] = append(r.members[team], person)
	}
}

// finish stores the teams in the roster, in the order of their names.
func (r *teamsReading) finish(file string) {
	var names []string
	for name := range r.members {
		names = append(names, name)
	}
	slices.SortFunc(names, departmentOrder(names))
	for _, name := range names {
		slices.Sort(r.members[name])
		r.roster.teams = append(r.roster.teams, r.members[name])
	}
	r.note("%s names %s.%s", file, words.Plural(len(names), "team"),
		dropped(r.missing, "without a person or a team")+dropped(r.unknown, "of unknown people"))
}

// dropped says how many rows were dropped; "" if none was.
func dropped(n int, why string) string {
	if n == 0 {
		return ""
	}
	return " " + words.Count(n, "row", "rows") + " " + why + " " +
		words.Choose(n, "is", "are") + " dropped."
}
