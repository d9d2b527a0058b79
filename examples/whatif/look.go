package main

import (
	"fmt"
	"io"
	"strings"

	"orglearn/examples/program"
)

// look says what was read and what can be asked, and ends the program: nothing is run.
func (p *asking) look() error {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(p.firm.title))
	for _, line := range strings.Split(strings.TrimSpace(p.firm.Import().String()), "\n") {
		fmt.Fprintln(&b, line)
	}
	for _, n := range p.firm.notes {
		fmt.Fprintln(&b, program.Wrap(n))
	}
	fmt.Fprintln(&b)
	if p.firm.names == nil {
		_, err := p.firm.unit("")
		fmt.Fprintln(&b, program.Wrap("Departments: "+err.Error()+"."))
	} else {
		fmt.Fprintln(&b, program.Wrap("Departments: "+p.firm.list()+"."))
	}
	fmt.Fprint(&b, "\nNothing was run or written. Ask one question, such as\n", p.examples())
	if _, err := io.WriteString(p.Stdout, b.String()); err != nil {
		return err
	}
	return program.ErrExplained
}

// list are the departments by name.
func (f *firm) list() string {
	var all []string
	for u := range f.names {
		all = append(all, fmt.Sprintf("%q", f.called(u)))
	}
	return strings.Join(all, ", ")
}

// examples are flags that ask something of this organization.
func (p *asking) examples() string {
	if p.firm.names == nil {
		return "  -tie ID:ID        somebody listens to somebody else\n" +
			"  -remove ID        somebody leaves\n"
	}
	names := []string{p.firm.called(0), p.firm.called(len(p.firm.names) - 1)}
	return fmt.Sprintf("  -merge %q\n  -split %q\n", strings.Join(names, ","), names[1]) +
		"  -rotate           all people change departments\n" +
		"  -seats 5          which kinds of seats would help most\n" +
		"  -tie ID:ID        somebody listens to somebody else\n" +
		"  -remove ID        somebody leaves\n"
}

// units are what people sit in, in words.
func (f *firm) units() string {
	if f.names == nil {
		return "no departments"
	}
	return program.Count(len(f.names), "department", "departments")
}

// where says where norms count.
func (f *firm) where() string {
	if f.names == nil {
		return "among those to whom a person listens"
	}
	return "in their departments"
}
