// Package share reads the shares of a class. The live page and its program write them.
//
// A class shares one study. The student of number n runs PerStudent replicates, beginning with
// (n-1)*PerStudent. A share is the link of the study in a first line, and the table of these
// replicates as metrics.Table.WriteCSV writes it. Shares of one link join to the table of one run.
package share

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"orglearn/metrics"
)

const (
	// PerStudent is the number of replicates of a student.
	PerStudent = 10
	// MaxStudents is the largest number of a student.
	MaxStudents = 1000
	// MaxShare is the largest share, in bytes.
	MaxShare = 1 << 20
	// Header begins the first line. The link follows it.
	Header = "orglearn share 1 "
)

// Metrics returns the metrics of a share, in the order of their columns.
func Metrics() []metrics.Metric {
	return []metrics.Metric{metrics.Score, metrics.Knowledge, metrics.NormScore, metrics.Consensus,
		metrics.Diversity, metrics.Best}
}

// Share is a share that was read.
type Share struct {
	Link    string
	Student int // from 1
	Table   *metrics.Table
}

// Check returns an error where a link is not one of a study. nil takes any line.
type Check func(link string) error

// Read reads a share of at most MaxShare bytes.
func Read(r io.Reader, check Check) (s Share, err error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxShare+1))
	if err != nil {
		return s, err
	}
	if len(text) > MaxShare {
		return s, fmt.Errorf("the share has more than %d bytes", MaxShare)
	}
	line, rows, _ := strings.Cut(string(text), "\n")
	link, ok := strings.CutPrefix(line, Header)
	if !ok {
		return s, fmt.Errorf("the share does not begin with %q", Header)
	}
	if check != nil {
		if err := check(link); err != nil {
			return s, err
		}
	}
	s.Link = link
	if s.Student, err = student(rows); err != nil {
		return s, err
	}
	s.Table, err = metrics.ReadCSV(strings.NewReader(rows), Metrics()...)
	if err == nil && s.Table.Replicates() != PerStudent {
		err = fmt.Errorf("the share has %d replicates, want %d", s.Table.Replicates(), PerStudent)
	}
	return s, err
}

// student returns the student of a table by its first replicate, which is in its first row.
func student(rows string) (int, error) {
	r := csv.NewReader(strings.NewReader(rows))
	if _, err := r.Read(); err != nil {
		return 0, fmt.Errorf("the share has no table: %w", err)
	}
	row, err := r.Read()
	if err != nil || len(row) < 2 {
		return 0, errors.New("the share has no row")
	}
	first, err := strconv.Atoi(row[1])
	if err != nil || first < 0 || first%PerStudent != 0 || first/PerStudent >= MaxStudents {
		return 0, fmt.Errorf("the share begins with replicate %q, want a multiple of %d", row[1],
			PerStudent)
	}
	return first/PerStudent + 1, nil
}

// Class is what the shares of a class give together.
type Class struct {
	Link   string
	Shares int
	Table  *metrics.Table
}

// Merge joins shares of one study, in any order. It is an error if they are of several, and if two
// are of one student.
func Merge(check Check, shares ...io.Reader) (Class, error) {
	all, names := make([]Share, len(shares)), make([]string, len(shares))
	for i, r := range shares {
		names[i] = fmt.Sprintf("share %d", i+1)
		s, err := Read(r, check)
		if err != nil {
			return Class{}, fmt.Errorf("%s: %w", names[i], err)
		}
		all[i] = s
	}
	return join(all, names)
}

// join joins shares. Errors name them.
func join(shares []Share, names []string) (Class, error) {
	c := Class{Shares: len(shares)}
	var tables []*metrics.Table
	of := map[int]string{}
	for i, s := range shares {
		switch {
		case i > 0 && s.Link != c.Link:
			return c, fmt.Errorf("%s is of %q, and others are of %q", names[i], s.Link, c.Link)
		case of[s.Student] != "":
			return c, fmt.Errorf("%s and %s are both of student %d, so hold the same replicates: "+
				"remove one", of[s.Student], names[i], s.Student)
		}
		c.Link, of[s.Student] = s.Link, names[i]
		tables = append(tables, s.Table)
	}
	table, err := metrics.Join(tables...)
	c.Table = table
	return c, err
}

// Paths returns the files share-*.txt of a folder, sorted.
func Paths(folder string) ([]string, error) {
	return filepath.Glob(filepath.Join(folder, "share-*.txt"))
}

// Open joins the shares in files.
func Open(check Check, paths ...string) (Class, error) {
	all := make([]Share, len(paths))
	for i, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return Class{}, err
		}
		all[i], err = Read(file, check)
		if err = errors.Join(err, file.Close()); err != nil {
			return Class{}, fmt.Errorf("%s: %w", path, err)
		}
	}
	return join(all, paths)
}
