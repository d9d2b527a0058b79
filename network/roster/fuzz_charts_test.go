package roster

import (
	"bytes"
	"testing"
)

// FuzzCharts checks that any files of people and of reports, as HR systems write them, give an
// error of one line or a roster whose Active roster is valid, with every option of charts.
func FuzzCharts(f *testing.F) {
	for i, c := range [][2]string{
		{"Employee ID,Department,Manager ID,Dotted Line\n1,A,,\n2,A,1,\n3,B,1,2\n", ""},
		{"Personal-Nr.;Abteilung;Vorgesetzter;Status\n0001;X;;aktiv\n0002;X;0001;inaktiv\n", ""},
		{"id\na\nb\nc\n", "from,to,type\nb,a,solid\nc,a,solid\nc,b,dotted\n"},
		{"id,manager,manager_id\na,,\nb,Ann,a\n", "id,manager\nb,a\nc,NA\nTotal,\n"},
		{"", "employee,reports to,end date\nb,a,\nc,b,2020-01-01\na,0,\n"},
		{"id,department\na,1\na,2\n", "from,to\na,b\nb,a\n"},
	} {
		f.Add([]byte(c[0]), []byte(c[1]), i)
		f.Add([]byte(c[0]), []byte(c[1]), 8+i)
	}
	f.Fuzz(func(t *testing.T, people, reports []byte, bits int) {
		on := func(k int) bool { return bits>>k&1 == 1 }
		o := Reader{Second: Second(bits & 3 % 3), Partial: on(2), FirstRow: on(3), Totals: on(4)}
		if on(5) {
			o.Match = Matches
		}
		var files sources
		if len(people) > 0 {
			files.people = source{"people.csv", bytes.NewReader(people)}
		}
		if len(reports) > 0 {
			files.reports = source{"reports.csv", bytes.NewReader(reports)}
		}
		r, err := o.read(files)
		if err != nil {
			checkOneLine(t, err)
			return
		}
		checkActive(t, r)
		if text := r.Import().String(); text == "" {
			t.Fatal("no report")
		}
	})
}
