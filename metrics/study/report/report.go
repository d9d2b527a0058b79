// Package report writes what a study found: one HTML file that needs nothing else.
//
//	Study + Data -> Write -> question, answer, organizations, figures, tables, hypotheses, limits,
//	                         methods, ODD protocol, how to run it again
//
// The same study and data give the same bytes. Figures are SVG in the page, with their font. The
// page fetches nothing and has no script.
package report

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"runtime"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"orglearn/agents"
	"orglearn/metrics/stats"
	"orglearn/metrics/study"
	"orglearn/sim"
)

//go:embed page.html
var page string

// Input is what a report is about.
type Input struct {
	Study study.Study
	Data  *study.Data
	// Before are the hashes of the hypotheses that were stated before the first run
	// (study.Hypothesis.Hash).
	Before []string
	// File is the name of the study file, for the lines that run it again.
	File string

	cells map[string][]int // of each organization, in the order of points
	order []string         // the organizations, controls included, in the order of the plan
}

// sort notes which cells each organization has.
func (in *Input) sort() {
	in.cells, in.order = map[string][]int{}, nil
	for i, c := range in.Data.Plan.Cells {
		if in.cells[c.Organization] == nil {
			in.order = append(in.order, c.Organization)
		}
		in.cells[c.Organization] = append(in.cells[c.Organization], i)
	}
}

// view is what the page shows.
type view struct {
	Title         string
	Answer        []string
	Organizations []organization
	Figures       []figure
	Tables        []table
	Differences   []difference
	Findings      []study.Finding
	Places        []place
	Shares        []shares
	Failed        []study.Result
	MoreFailed    int
	Limits        []string
	Methods       string
	ODD           []section
	Missing       []string
	Made          []fact
	Again         []string
	Text          string
	Font, Bold    template.CSS
}

// fact is a line of what is needed to repeat the study.
type fact struct{ Name, Value string }

// Write writes the report. It is an error where nothing was run, and where the study asks for what
// the data do not have.
func Write(w io.Writer, in Input) error {
	in.sort()
	v, err := in.view()
	if err != nil {
		return err
	}
	t, err := template.New("page").Funcs(template.FuncMap{"interval": interval}).Parse(page)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

func (in Input) view() (*view, error) {
	if in.runs() == 0 {
		return nil, errors.New("report: no run of the study has gone to its end")
	}
	v := &view{Title: in.title(), Text: in.Study.Text, Failed: in.Data.Failed}
	if most := 20; len(v.Failed) > most {
		v.Failed, v.MoreFailed = v.Failed[:most], len(v.Failed)-most
	}
	all, err := in.Study.Differences(in.Data)
	if err != nil {
		return nil, err
	}
	v.Differences = differences(all)
	if v.Findings, err = in.Study.Findings(in.Data, in.Before); err != nil {
		return nil, err
	}
	if v.Organizations, err = in.organizations(); err != nil {
		return nil, err
	}
	v.Tables, v.Places, v.Shares = in.tables(), in.places(), in.shares()
	v.Answer = in.answer(all, v.Findings)
	if v.Figures, err = in.figures(all); err != nil {
		return nil, err
	}
	v.Limits, v.Methods = in.limits(), in.methods()
	v.ODD, v.Missing = in.odd(), missing
	v.Made, v.Again = in.made(), in.again()
	v.Font = face(liberationsansregular.TTF, "normal")
	v.Bold = face(liberationsansbold.TTF, "bold")
	return v, nil
}

func (in Input) title() string {
	if in.Study.Question == "" {
		return "A study of organizations"
	}
	return in.Study.Question
}

// runs is the number of runs that went to their end.
func (in Input) runs() (n int) {
	for cell := range in.Data.Plan.Cells {
		n += in.Data.Done(cell)
	}
	return n
}

// made returns what is needed to repeat the study.
func (in Input) made() []fact {
	p := in.Data.Plan
	return []fact{
		{"plan", p.Hash()},
		{"seed", fmt.Sprint(p.Seed)},
		{"replicates of each cell", fmt.Sprint(p.Replicates)},
		{"cells", fmt.Sprint(len(p.Cells))},
		{"runs, whole and failed", fmt.Sprintf("%d, %d", in.runs(), len(in.Data.Failed))},
		{"orglearn", sim.Version},
		{"streams of random numbers", agents.StreamVersion},
		{"Go", runtime.Version()},
	}
}

// again returns the commands that run the study again.
func (in Input) again() []string {
	return []string{
		fmt.Sprintf("go run ./examples/lab run -seed %d -replicates %d %s", in.Data.Plan.Seed,
			in.Data.Plan.Replicates, in.File),
		"go run ./examples/lab report " + in.File,
	}
}

// face returns the CSS of a font in the page.
func face(ttf []byte, weight string) template.CSS {
	return template.CSS("@font-face{font-family:'Liberation Sans';font-weight:" + weight +
		";src:url(data:font/woff;base64," + base64.StdEncoding.EncodeToString(woff(ttf)) +
		") format('woff')}")
}

// interval writes a mean and its interval with three decimals.
func interval(e stats.Estimate) string {
	switch {
	case e.N == 0:
		return e.Note
	case !e.HasInterval():
		return fmt.Sprintf("%s (%s)", decimal(e.Mean), e.Note)
	}
	return fmt.Sprintf("%s [%s, %s]", decimal(e.Mean), decimal(e.Low), decimal(e.High))
}

// decimal writes a number with three decimals and no 0 before the point.
func decimal(v float64) string {
	text := fmt.Sprintf("%.3f", v)
	switch {
	case text == "-0.000":
		return ".000"
	case text[0] == '0':
		return text[1:]
	case len(text) > 1 && text[:2] == "-0":
		return "-" + text[2:]
	}
	return text
}
