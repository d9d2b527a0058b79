package roster

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"orglearn/network/internal/table"
)

// The limits of the files. A file beyond them is an error. There may be at most network.MaxPeople
// people and network.MaxEdges ties.
const (
	MaxFile = table.MaxFile // bytes of one file
	MaxLine = table.MaxLine // bytes of one line
	MaxID   = table.MaxID   // bytes of one id
)

// Direction says who listens to whom in a tie.
type Direction int

const (
	// DirectionTold is what the file says. Columns such as sender and recipient say that `to`
	// listens to `from`, and a column type may say Undirected. In a file that says nothing `from`
	// listens to `to`. A file that looks like a log of messages, and does not say it, is an error.
	DirectionTold Direction = iota
	FromListens             // `from` listens to `to`, for example because he asks him for advice
	ToListens               // `from` sent something to `to`
	BothListen              // each listens to the other
)

// Second says what is done about a second superior of one person.
type Second int

const (
	SecondRefused Second = iota // an error
	SecondDropped               // the first in the file counts
	SecondLine                  // he is the superior in a second line: see Roster.SecondLine
)

// Reader reads the files of an organization. The zero Reader has the usual options, those of Read
// and Open. Package roster's comment says which files are read.
//
// Where a mistake in the files can be accepted, the error names the flag of the program compare
// that accepts it. The comment of each field here says which flag it is.
type Reader struct {
	// Columns names columns whose headers are not the usual ones: -id, -department, -manager,
	// -from, -to, -weight.
	Columns Columns
	// Direction says who listens: -asked, -sent, -undirected.
	Direction Direction
	// NoHeader says that the file of ties has no header: -no-header. Its columns are from, to and
	// perhaps weight; or it is a square of numbers, a row and a column for each person. Files of
	// people and reports may lack one too. Columns then names columns by their numbers, from 1.
	NoHeader bool
	// Match are the ways in which ids may differ, some of Matches: -match.
	Match []string
	// Partial accepts that more than a fifth of the rows of ties name nobody, and that superiors
	// are not among the people: -partial. These rows are dropped.
	Partial bool
	// Strict makes an error of each tie that would be dropped.
	Strict bool
	// Least is the least weight of a tie, finite and at least 0; weaker ones are dropped: -least.
	Least float64
	// Decimal is the decimal mark of weights, "." or ",": -decimal. The other mark may stand
	// between thousands. If it is empty, the column says it. Where numbers such as 1.234 leave it
	// open, they are an error.
	Decimal string
	// Key makes pseudonyms of ids: -pseudonyms. Reports, errors and the files that a roster writes
	// then hold a pseudonym for each id, the same for the same key. Of the columns of the people
	// only that of the departments is kept, and their names stay. See ReadKey. nil: ids stay.
	Key []byte
	// Second says what is done about a second superior: -first-superior, -matrix.
	Second Second
	// FirstRow accepts several rows of one person, of which the first counts: -first-row.
	FirstRow bool
	// Totals accepts people whose id is a word for a sum, as Total: -totals. If false, such rows
	// are passed over.
	Totals bool
}

// Read reads an organization with the usual options: see Reader.Read.
func Read(people, ties, reports io.Reader) (*Roster, error) {
	return Reader{}.Read(people, ties, reports)
}

// Open reads an organization with the usual options: see Reader.Open.
func Open(peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return Reader{}.Open(Files{People: peoplePath, Ties: tiesPath, Reports: reportsPath})
}

// Read reads an organization from readers. A nil reader means that there is no such file. All three
// nil is an error. Errors name the files people.csv, ties.csv and reports.csv.
func (o Reader) Read(people, ties, reports io.Reader) (*Roster, error) {
	return o.read(sources{people: source{"people.csv", people}, ties: source{"ties.csv", ties},
		reports: source{"reports.csv", reports}})
}

// Files are the paths of the files. An empty path means that there is no such file.
type Files struct {
	People, Ties, Reports string
	Teams                 string // teams that people are in, any number each
}

// Open reads an organization from files. All paths empty is an error.
func (o Reader) Open(files Files) (*Roster, error) {
	open := func(path string) (fs.File, error) { return os.Open(path) }
	return o.open(open, files)
}

// OpenFS is Open in a file system, such as files that a program embeds.
func (o Reader) OpenFS(from fs.FS, files Files) (*Roster, error) {
	return o.open(from.Open, files)
}

// source is one of the files; its reader is nil if there is no such file.
type source struct {
	name string
	r    io.Reader
}

// sources are the files.
type sources struct{ people, ties, reports, teams source }

func (o Reader) open(open func(string) (fs.File, error), files Files) (*Roster, error) {
	var all sources
	for _, f := range []struct {
		path string
		to   *source
	}{{files.People, &all.people}, {files.Ties, &all.ties}, {files.Reports, &all.reports},
		{files.Teams, &all.teams}} {
		if f.path == "" {
			continue
		}
		file, err := open(f.path)
		if err != nil {
			return nil, pathError(f.path, err)
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s: a directory, want a CSV file", f.path)
		}
		*f.to = source{f.path, file}
	}
	return o.read(all)
}

// pathError puts the path first, like all errors about files here.
func pathError(path string, err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return fmt.Errorf("%s: %w", path, failed.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}
