package roster

import (
	"slices"
	"strings"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// former are the columns of a file that may say who or what has ended, such as a status or an end
// date. They are not read, and the report says so if they say it of any row.
type former struct {
	*table.Table
	columns []int
	rows    map[int]int    // rows that have ended, by column
	value   map[int]string // the first value that says so
}

// The names of such columns, reduced, and the values of a status that say that it has ended. In a
// column of ends every value does.
var (
	statusNames = strings.Fields("status employmentstatus employeestatus employment state active " +
		"isactive current valid leaver statut etat actif aktiv beschaeftigungsstatus actief " +
		"dienstverband")
	endNames = strings.Fields("enddate end ended until validto validuntil todate endedat endedon " +
		"left leftdate " +
		"leavingdate leavedate termination terminationdate terminated exitdate dateofleaving " +
		"ende enddatum bis gueltigbis austritt austrittsdatum einddatum einde tot uitdienst " +
		"uitdienstdatum datumuitdienst fin datefin datedefin datesortie datedesortie depart")
	endedValues = strings.Fields("former left leaver inactive terminated retired resigned ended " +
		"ex exited departed dismissed past old alumni deceased no false 0 n ehemalig ehemalige " +
		"ausgeschieden inaktiv beendet nein ex-mitarbeiter vertrokken inactief voormalig nee " +
		"ancien ancienne parti inactif sorti termine terminé non")
)

// newFormer finds the columns. Those that are used for something else are none.
func newFormer(t *table.Table, used ...int) *former {
	f := &former{Table: t, rows: map[int]int{}, value: map[int]string{}}
	for k, name := range t.Columns {
		if (isStatus(name) || isEnd(name)) && !slices.Contains(used, k) {
			f.columns = append(f.columns, k)
		}
	}
	return f
}

func isStatus(name string) bool { return slices.Contains(statusNames, reduce(name)) }

func isEnd(name string) bool { return slices.Contains(endNames, reduce(name)) }

// seeRow sees the row just read.
func (f *former) seeRow() {
	for _, k := range f.columns {
		f.see(k, f.Row[k])
	}
}

// see counts a value that says that something has ended. A number in a status does so only where
// the column asks for yes or no.
func (f *former) see(column int, value string) {
	name := f.Columns[column]
	ended := isEnded(value)
	if isStatus(name) {
		ended = slices.Contains(endedValues, strings.ToLower(value))
		if value == "0" && !strings.Contains(name, "acti") && !strings.Contains(name, "akti") {
			ended = false
		}
	}
	if !ended {
		return
	}
	if f.rows[column] == 0 {
		f.value[column] = strings.Clone(value)
	}
	f.rows[column]++
}

// isEnded reports whether a value of a column of ends says that there is an end: a date, or a word
// for yes. A date such as 31.12.9999 stands for no end.
func isEnded(value string) bool {
	for _, open := range []string{"9999", "2999", "2099"} {
		if strings.Contains(value, open) {
			return false
		}
	}
	return value != "0" && (strings.ContainsAny(value, "0123456789") ||
		slices.Contains(yesWords, strings.ToLower(value)))
}

var yesWords = strings.Fields("yes y true x ja j wahr waar oui vrai")

// note says which columns are not read, though they say that something has ended.
func (f *former) note(in *reading) {
	for _, k := range f.columns {
		if n := f.rows[k]; n > 0 {
			in.note("The column %s of %s is not read: it says %.40q or the like in %s, which %s "+
				"like the others. Delete those that have ended.", f.Titles[k], f.Name, f.value[k],
				words.Plural(n, "row"), words.Choose(n, "counts", "count"))
		}
	}
}
