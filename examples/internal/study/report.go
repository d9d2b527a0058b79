package study

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"strconv"
	"strings"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Report holds the results of a program.
type Report struct {
	Title   string   // the model and its paper
	Targets []Target // the rows of the table, grouped by Figure
	Table   string   // another table, for what no paper has published; printed as it is
	Notes   []string // printed below the tables
	Figures []Figure
	// What the manifest holds beside the study's own parameters: those of other flags, and the
	// SHA-256 of each file read.
	Parameters map[string]any
	Inputs     map[string]string
}

// Figure is a picture, written as PNG and as SVG.
type Figure struct {
	Name  string // of the file, without its extension
	Panel chart.Panel
}

// Columns sets the names of the columns of the -csv file.
func (s *Study) Columns(names ...string) { s.columns = names }

// Row adds a row to the -csv file.
func (s *Study) Row(fields ...string) { s.rows = append(s.rows, fields) }

// Count formats a whole number for a row.
func Count(n int) string { return strconv.Itoa(n) }

// Number formats a number for a row. NaN, a missing number, gives an empty field.
func Number(v float64) string { return metrics.Number(v) }

// Mean formats the mean of an estimate for a row. Without replicates the field is empty.
func Mean(e stats.Estimate) string {
	if e.N == 0 {
		return ""
	}
	return metrics.Number(e.Mean)
}

// SE formats the standard error of an estimate for a row. With fewer than 2 replicates the field is
// empty.
func SE(e stats.Estimate) string {
	if e.N < 2 {
		return ""
	}
	return metrics.Number(e.SE)
}

// Finish writes the rows, the figures and the manifest, and prints the table. With -csv - the rows
// go to standard output, and the table to standard error. Finish returns an error if targets are
// missed, unless flags changed parameters or replicates and -check is not given.
func (s *Study) Finish(r Report) error {
	if err := s.write(r); err != nil {
		return err
	}
	to := s.Stdout
	if s.csv == "-" {
		if err := s.writeRows(s.Stdout); err != nil {
			return err
		}
		to = s.Stderr
	}
	if _, err := io.WriteString(to, s.text(r)); err != nil {
		return err
	}
	return s.missed(r.Targets)
}

// missed returns an error if targets are missed, in the cases that Finish names.
func (s *Study) missed(targets []Target) error {
	if s.Changed() && !s.Check {
		return nil
	}
	missed, stated := 0, 0
	for _, t := range targets {
		if t.Shown || t.Kind == Silent || t.Kind == Beside {
			continue
		}
		stated++
		if t.verdict(s.Changed()) != Agrees {
			missed++
		}
	}
	if missed > 0 {
		return fmt.Errorf("%d of %d targets missed", missed, stated)
	}
	return nil
}

// write writes the files.
func (s *Study) write(r Report) error {
	if s.csv != "" && s.csv != "-" {
		folder, err := program.NewFolder(filepath.Dir(s.csv))
		if err != nil {
			return err
		}
		if err := folder.Write(filepath.Base(s.csv), s.writeRows); err != nil {
			return err
		}
		if err := folder.Place(); err != nil {
			return err
		}
	}
	if len(r.Targets) > 0 {
		if err := s.folder.Write("targets.csv", func(w io.Writer) error {
			return s.writeTargets(w, r.Targets)
		}); err != nil {
			return err
		}
	}
	for _, f := range r.Figures {
		for _, format := range []string{"png", "svg"} {
			err := s.folder.Write(f.Name+"."+format, func(w io.Writer) error {
				return chart.Encode(w, format, f.Panel)
			})
			if err != nil {
				return err
			}
		}
	}
	return s.folder.WriteManifest(program.Manifest{
		Program: s.Name, Version: sim.Version, StreamVersion: agents.StreamVersion, Seed: s.Seed,
		Parameters: s.manifest(r.Parameters), Notes: r.Notes, Inputs: r.Inputs,
	})
}

// manifest returns all parameters that change a result, with those of the program's own flags.
func (s *Study) manifest(others map[string]any) map[string]any {
	all := map[string]any{"replicates": s.Replicates, "seed": fmt.Sprint(s.Seed)}
	for _, p := range s.parameters {
		all[p.flagName()] = p.text()
	}
	maps.Copy(all, others)
	return all
}

func (s *Study) writeRows(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write(s.columns)
	out.WriteAll(s.rows)
	return out.Error()
}

func (s *Study) writeTargets(w io.Writer, targets []Target) error {
	out := csv.NewWriter(w)
	out.Write([]string{"figure", "what", "published", "tolerance", "simulated", "se", "agrees"})
	for _, t := range targets {
		published, tolerance := Number(t.Published), Number(t.Tolerance)
		switch t.Kind {
		case Silent:
			published, tolerance = "", ""
		case Above:
			published, tolerance = ">"+published, ""
		case Beside:
			tolerance = ""
		}
		out.Write([]string{t.Figure, t.What, published, tolerance, Mean(t.Simulated),
			SE(t.Simulated), string(t.verdict(s.Changed()))})
	}
	out.Flush()
	return out.Error()
}

// text returns the text to print.
func (s *Study) text(r Report) string {
	var b strings.Builder
	fmt.Fprintln(&b, wrap(r.Title))
	fmt.Fprintf(&b, "%s, seed %d.\n", program.Count(s.Replicates, "run of each",
		"runs of each"), s.Seed)
	s.table(&b, r.Targets)
	fmt.Fprintln(&b)
	if r.Table != "" {
		fmt.Fprintln(&b, r.Table)
	}
	if s.Changed() && len(r.Targets) > 0 {
		fmt.Fprintln(&b, wrap(fmt.Sprintf("Parameters or replicates were changed: a number agrees "+
			"within its tolerance and %d standard errors. What is to be above agrees only if "+
			"its interval is; ?: the interval does not tell.", Widening)))
	}
	for _, n := range r.Notes {
		fmt.Fprintln(&b, wrap(n))
	}
	files := []string{"manifest.json"}
	if len(r.Targets) > 0 {
		files = append([]string{"targets.csv"}, files...)
	}
	for _, f := range r.Figures {
		files = append(files, f.Name+".png", f.Name+".svg")
	}
	fmt.Fprintf(&b, "Written to %s:\n%s\n", s.out, wrap(strings.Join(files, ", ")))
	return b.String()
}

// widest is the first column of the table, at most: with the others it fits into a terminal.
const widest = 33

// table writes the targets, a heading before each figure. What is too long for its column goes on
// in the line below.
func (s *Study) table(b *strings.Builder, targets []Target) {
	width := 10
	for _, t := range targets {
		width = max(width, min(len([]rune(t.What)), widest))
	}
	figure := "\x00"
	for _, t := range targets {
		if t.Figure != figure {
			figure = t.Figure
			fmt.Fprintf(b, "\n%s\n", wrap(figure))
			fmt.Fprintf(b, "  %-*s %9s %9s %5s %6s  %s\n", width, "", "published", "simulated",
				"se", "within", "agrees")
		}
		simulated, se := "none", ""
		if t.Simulated.N > 0 {
			simulated = decimal(t.Simulated.Mean)
		}
		if t.Simulated.N > 1 {
			se = decimal(t.Simulated.SE)
		}
		verdict := string(t.verdict(s.Changed()))
		if t.Shown && verdict != "" {
			verdict += ", shown"
		}
		what := strings.Split(wrapTo(width, t.What), "\n")
		line := fmt.Sprintf("  %-*s %9s %9s %5s %6s  %s", width, what[0], t.published(), simulated,
			se, t.tolerance(), verdict)
		fmt.Fprintln(b, strings.TrimRight(line, " "))
		for _, more := range what[1:] {
			fmt.Fprintln(b, "  "+more)
		}
	}
}

// wrap breaks a text into lines of a terminal.
func wrap(text string) string { return wrapTo(79, text) }

// wrapTo breaks a text into lines of so many columns.
func wrapTo(width int, text string) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	return strings.Join(append(lines, line), "\n")
}
