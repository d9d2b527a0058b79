package file

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"slices"
	"strconv"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
)

// Program returns the Go program that does what a study file does: it has the same plan, with the
// same hash, runs it, and prints its results as CSV. It names kinds of kinds.All. Errors are those
// of Parse. If the study has a roster, the program reads its files, as the study names them.
func Program(path string, text []byte, table kinds.Table) ([]byte, error) {
	r, err := read(path, text, table, nil)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	more := ""
	if r.own != nil {
		more = rosterImports
	}
	fmt.Fprintf(&b, programHead, more)
	r.writeTable(&b)
	r.writeStudy(&b)
	b.WriteString(programTail)
	return format.Source(b.Bytes())
}

const programHead = `// This program was made from a study file by lab export -go.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	%s"orglearn/sim"
)

`

const rosterImports = `"orglearn/metrics/study/file"
	"orglearn/network/roster"
	`

const programTail = `
func main() {
	p, err := asked.Plan()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Fprintln(os.Stderr, "plan", p.Hash())
	fmt.Println("cell,replicate,column,value")
	err = p.Run(context.Background(), p.Tasks(), 0, func(_ study.Task, all []study.Result) error {
		for _, r := range all {
			for k, v := range r.Values {
				fmt.Printf("%q,%d,%s,%s\n", p.Cells[r.Cell].Name(), r.Replicate, p.Columns[k],
					metrics.Number(v))
			}
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
}

// part is a kind of the table with values of its fields.
func part(role kinds.Role, name string, values kinds.Values) kinds.Part {
	k, ok := table.Find(role, name)
	if !ok {
		log.Fatalf("there is no %s %s", role, name)
	}
	return kinds.Part{Kind: k, Values: values}
}

// measure is a metric of the table.
func measure(name string) metrics.Metric {
	m, ok := kinds.FindMetric(name)
	if !ok {
		log.Fatalf("there is no metric %s", name)
	}
	return m
}
`

// writeTable writes the variable of the table, with the organizations of the roster.
func (r *reader) writeTable(b *bytes.Buffer) {
	if r.own == nil {
		b.WriteString("var table = kinds.All()\n\n")
		return
	}
	active := "Active"
	if r.own.isolates {
		active = "ActiveWithIsolates"
	}
	fmt.Fprintf(b, `var table = append(kinds.All(), file.OwnKinds(people(), %v)...)

// people reads the roster, from the folder in which the program runs.
func people() *roster.Roster {
	all, err := (%#v).Open(%#v)
	if err != nil {
		log.Fatal(err)
	}
	active, err := all.%s()
	if err != nil {
		log.Fatal(err)
	}
	return active
}

`, r.own.weigh, r.own.reader, r.own.files, active)
}

// writeStudy writes the variable of the study.
func (r *reader) writeStudy(b *bytes.Buffer) {
	s := r.study
	fmt.Fprintf(b, "var asked = study.Study{\nQuestion: %q, Seed: %d, Replicates: %d, "+
		"Randomized: %v,\n", s.Question, s.Seed, s.Replicates, s.Randomized)
	fmt.Fprint(b, "Organizations: []study.Organization{\n")
	for i, o := range s.Organizations {
		fmt.Fprintf(b, "{Name: %q, Recipe: %q,\nNew: func(at study.Point) (sim.Scenario, error) "+
			"{\nreturn kinds.Build(\n", o.Name, o.Recipe)
		for _, p := range r.made[i].written() {
			fmt.Fprintf(b, "%s,\n", p)
		}
		fmt.Fprint(b, ")\n}},\n")
	}
	fmt.Fprint(b, "},\nAxes: []study.Axis{\n")
	for _, a := range s.Axes {
		fmt.Fprintf(b, "{Name: %q, Whole: %v, Values: []study.Value{", a.Name, a.Whole)
		for _, v := range a.Values {
			fmt.Fprintf(b, "%s, ", literal(v))
		}
		fmt.Fprint(b, "}},\n")
	}
	fmt.Fprint(b, "},\nRecord: []study.Record{\n")
	for _, record := range s.Record {
		fmt.Fprintf(b, "{Metric: measure(%q), At: %#v},\n", record.Metric.Name, record.At)
	}
	fmt.Fprintf(b, "},\nCompare: %#v,\nHypotheses: %#v,\n}\n", s.Compare, s.Hypotheses)
}

// written returns the parts as Go. Where an axis sets a field it is read from the point.
func (m made) written() (all []string) {
	parts := m.parts
	marks := map[string]string{}
	for i, t := range m.targets {
		mark := "axis " + strconv.Itoa(i)
		marks[mark] = fmt.Sprintf("at.At(%d)", i)
		parts = t.put(parts, study.Value{Word: mark})
	}
	for _, p := range parts {
		text := fmt.Sprintf("part(kinds.Role(%q), %q, kinds.Values{", p.Kind.Role, p.Kind.Name)
		for _, name := range slices.Sorted(maps.Keys(p.Values)) {
			v := p.Values[name]
			value, axis := marks[v.Word]
			if !axis {
				value = literal(v)
			}
			text += fmt.Sprintf("%q: %s, ", name, value)
		}
		all = append(all, text+"})")
	}
	return all
}

// literal is a value as Go, with all its digits.
func literal(v study.Value) string {
	if v.Word != "" {
		return fmt.Sprintf("{Word: %q}", v.Word)
	}
	return fmt.Sprintf("{Number: %s}", strconv.FormatFloat(v.Number, 'g', -1, 64))
}
