package roster

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"orglearn/network/internal/table"
)

// The limits of the files. A file beyond them is an error. There may be at most network.MaxPeople
// people and network.MaxEdges ties.
const (
	MaxLine  = table.MaxLine  // bytes of one line
	MaxField = table.MaxField // bytes of one field
	MaxID    = table.MaxID    // bytes of one id
)

// Reader reads the files of an organization. The zero Reader has the usual options, those of Read
// and Open.
//
// Fields are separated by commas, semicolons or tabs, in UTF-8. The first line is a header, in
// upper or lower case. Spaces around fields and blank rows are ignored.
//
//   - people: a column id, one row for each person, and any other columns. Without this file the
//     people are those of the other files.
//   - ties: columns from and to. A column named messages, weight or tie gives weights. Without this
//     file nobody is tied.
//   - reports: columns from and to, where `to` is the superior of `from`. The row of a chief may be
//     left out, or have an empty `to`. Without this file there is no chart.
//
// Files of ties often contain errors. Reader drops a loop (a tie to oneself) and a tie to an id
// that is not among the people. It merges several ties from one person to another and adds up their
// weights. Import reports all this. A file of which no tie is left is an error.
//
// Mistakes in the chart are errors: an id that is not among the people, two superiors of one person
// and superiors in a circle. So are an id that is twice among the people and a weight that is not a
// finite number of at least 0. Each error is one line that names the file, the line and the column.
type Reader struct {
	// Strict makes an error of each tie that would be dropped.
	Strict bool
	// Sent says that `from` sent something to `to`, so that `to` listens to `from`. If false,
	// `from` listens to `to`, for example because he asks him for advice.
	Sent bool
	// Department is the column of people that names the department; "" stands for "department". If
	// there is no such column, the departments are the branches of the chart.
	Department string
}

// Read reads an organization with the usual options: see Reader.Read.
func Read(people, ties, reports io.Reader) (*Roster, error) {
	return Reader{}.Read(people, ties, reports)
}

// Open reads an organization with the usual options: see Reader.Open.
func Open(peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return Reader{}.Open(peoplePath, tiesPath, reportsPath)
}

// Read reads an organization from readers. A nil reader means that there is no such file. All three
// nil is an error. Errors name the files people.csv, ties.csv and reports.csv.
func (o Reader) Read(people, ties, reports io.Reader) (*Roster, error) {
	return o.read(
		source{"people.csv", people}, source{"ties.csv", ties}, source{"reports.csv", reports})
}

// Open reads an organization from files. An empty path means that there is no such file. All three
// empty is an error.
func (o Reader) Open(peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	open := func(path string) (fs.File, error) { return os.Open(path) }
	return o.open(open, peoplePath, tiesPath, reportsPath)
}

// OpenFS is Open in a file system, such as files that a program embeds.
func (o Reader) OpenFS(files fs.FS, peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return o.open(files.Open, peoplePath, tiesPath, reportsPath)
}

// source is one of the files; its reader is nil if there is no such file.
type source struct {
	name string
	r    io.Reader
}

func (o Reader) open(open func(string) (fs.File, error), paths ...string) (*Roster, error) {
	files := make([]source, len(paths))
	for i, path := range paths {
		if path == "" {
			continue
		}
		file, err := open(path)
		if err != nil {
			return nil, pathError(path, err)
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s: a directory, want a CSV file", path)
		}
		files[i] = source{path, file}
	}
	return o.read(files[0], files[1], files[2])
}

// pathError puts the path first, like all errors about files here.
func pathError(path string, err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return fmt.Errorf("%s: %w", path, failed.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// departmentColumn is the name, in lower case, of the column that names the department.
func (o Reader) departmentColumn() string {
	if o.Department == "" {
		return "department"
	}
	return strings.ToLower(o.Department)
}
