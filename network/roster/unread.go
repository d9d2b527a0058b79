package roster

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// mostKinds is the largest number of values of a column that tells ties of several kinds.
const mostKinds = 12

// unread are the columns of a file of ties that are not used. Their values show if they say what
// must not be passed over in silence: which pairs are tied, that ties are of several kinds, or that
// the file is a log.
type unread struct {
	*table.Table
	columns []*unreadColumn
	known   func(id string) bool // reports whether a person has the id; nil: it is open
	kind    int                  // the column that may say which ties go both ways, or -1
}

// unreadColumn is what the values of a column say.
type unreadColumn struct {
	at            int
	values        map[string]int // rows by value, at most mostKinds+1 values
	no            string         // the first word for no
	noes, answers int            // rows with a word for no, and for yes or no
	dates, rows   int            // rows with a date, and with a value
	people        int            // rows with the id of a person
	directions    int            // rows that say whether a tie goes both ways
}

// newUnread finds the columns. Status and end columns are former's. The column of kinds is not read
// where it says something else than whether ties go both ways.
func newUnread(t *table.Table, known func(string) bool, kind int, used ...int) *unread {
	u := &unread{Table: t, known: known, kind: kind}
	for k, name := range t.Columns {
		if name != "" && !slices.Contains(used, k) && !isStatus(name) && !isEnd(name) {
			u.columns = append(u.columns, &unreadColumn{at: k, values: map[string]int{}})
		}
	}
	return u
}

// seeRow sees the row just read.
func (u *unread) seeRow() {
	for _, c := range u.columns {
		if value := u.Row[c.at]; !table.IsMissing(value) {
			c.see(value)
			if u.known != nil && u.known(value) {
				c.people++
			}
			if c.at == u.kind && table.SaysDirection(u.Columns[c.at], value) {
				c.directions++
			}
		}
	}
}

func (c *unreadColumn) see(value string) {
	c.rows++
	switch table.YesOrNo(value) {
	case "0":
		if c.noes == 0 {
			c.no = strings.Clone(value)
		}
		c.noes++
		c.answers++
	case "1":
		c.answers++
	}
	if c.dates == c.rows-1 && datePattern.MatchString(value) {
		c.dates++
	}
	if _, there := c.values[value]; there || len(c.values) <= mostKinds {
		if !there {
			value = strings.Clone(value)
		}
		c.values[value]++
	}
}

// datePattern is a date as 2024-05-01 or 1.5.2024, perhaps with a time.
var datePattern = regexp.MustCompile(
	`^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4}))([T ,].*)?$`)

// sinceNames are columns of dates, reduced, that say since when people are tied.
var sinceNames = strings.Fields("since start startdate startedon begin from fromdate validfrom " +
	"known knownsince seit beginn sinds depuis debut datedebut")

// dated is the first column whose values are all dates, or nil.
func (u *unread) dated() *unreadColumn {
	for _, c := range u.columns {
		since := slices.Contains(sinceNames, reduce(u.Columns[c.at]))
		if c.rows > 0 && c.dates == c.rows && !since {
			return c
		}
	}
	return nil
}

// note says which columns are not read, though they tell rows apart. weighed says whether another
// column holds the weights.
func (u *unread) note(in *reading, weighed bool) {
	for _, c := range u.columns {
		kinds := len(c.values)
		switch title := u.Titles[c.at]; {
		case c.dates == c.rows, c.at == u.kind && c.directions == c.rows:
		case 2*c.people > c.rows && kinds > 2 && !areNumbers(c.values):
			in.note("The column %s of %s is not read: it names people in %s, who get no tie by "+
				"it; give each a row of its own.", title, u.Name, words.Plural(c.people, "row"))
		case c.answers == c.rows && c.noes > 0 && !weighed:
			in.note("The column %s of %s is not read: it says %q in %s, which %s as ties like the "+
				"others. If it says which pairs are tied, -weight %s leaves them out.", title,
				u.Name, c.no, words.Plural(c.noes, "row"), words.Choose(c.noes, "counts", "count"),
				title)
		case kinds > 1 && kinds <= mostKinds && 2*kinds <= c.rows:
			in.note("The column %s of %s is not read: rows with %s count alike. Delete those that "+
				"are not meant.", title, u.Name, in.kindsText(c.values))
		}
	}
}

// kindsText names the first three values. With a key it names none, as they may be of people.
func (in *reading) kindsText(values map[string]int) string {
	if in.options.Key != nil {
		return fmt.Sprintf("%d values", len(values))
	}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		names = append(names, fmt.Sprintf("%.40q", name))
	}
	if len(names) > 3 {
		return strings.Join(names[:3], ", ") + " or the like"
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// areNumbers reports whether all values are digits, which may be anything but people.
func areNumbers(values map[string]int) bool {
	for value := range values {
		if strings.Trim(value, "0123456789") != "" {
			return false
		}
	}
	return true
}
