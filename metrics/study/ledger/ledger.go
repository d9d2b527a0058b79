package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"orglearn/metrics/study"
)

// Ledger is a store that is open. One goroutine at a time calls its methods. Close it.
type Ledger struct {
	path    string
	db      *sql.DB
	conn    *sql.Conn
	plan    study.Plan // without scenarios and metrics
	hash    string
	metrics []string // in the order of their first columns
	ticks   []int    // ascending
	places  [][]int  // for each tick and metric its column in the plan, or -1
	parts   []part   // tables of outcomes

	lock    *lock          // of a store to write
	runs    *inserter      // of a store to write
	rows    []*inserter    // by part
	pending []study.Result // not yet in a transaction
}

// Create opens the store of a plan to write. If there is none at the path, it makes one. Otherwise
// it takes the store up. If the plan has more replicates than the store, the store's plan has as
// many from then on; a store never has fewer than before.
//
// It is an error where another program writes to the store, where the file is no store, and where
// the store is of a plan with another Hash. It is an error too where the plan has more than
// study.MaxColumns columns, or where the names of metrics and factors are not different columns.
func Create(path string, p study.Plan) (*Ledger, error) {
	if err := checkNames(p); err != nil {
		return nil, fmt.Errorf("ledger: %w", err)
	}
	if err := isFile(path); err != nil {
		return nil, err
	}
	held, err := hold(path)
	if err != nil {
		return nil, err
	}
	if err := create(path, p); err != nil {
		return nil, errors.Join(err, held.release())
	}
	l, err := connect(path, "mode=rw", "_pragma=busy_timeout(10000)", "_pragma=synchronous(full)")
	l.lock = held
	if err == nil {
		err = l.begin(p, l.load, l.journal("wal"))
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// isFile returns an error where a folder is in the place of a store.
func isFile(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("ledger: %s is a folder, want a file", path)
	}
	return nil
}

// create makes a store where there is none. It is made aside and renamed, so that nobody finds a
// store without its plan.
func create(path string, p study.Plan) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil // opening it says what is wrong with it
	}
	aside := path + "-new"
	for _, left := range []string{aside, aside + "-journal"} { // of a crash
		if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("ledger: %w", err)
		}
	}
	l, err := connect(aside, newPages, "_pragma=synchronous(full)")
	if err == nil {
		err = l.inTransaction(func() error { return l.write(p) })
	}
	if err = errors.Join(err, l.Close()); err == nil {
		err = os.Rename(aside, path)
	}
	if err != nil {
		os.Remove(aside)
	}
	return err
}

// Draft makes a store of its own at a path where there must be no file. It has no log and takes no
// locks, so it serves on a network file system. After a crash it is worthless: give it its name
// when it is whole.
func Draft(path string, p study.Plan) (*Ledger, error) {
	if err := checkNames(p); err != nil {
		return nil, fmt.Errorf("ledger: %w", err)
	}
	if _, err := os.Stat(path); err == nil {
		return nil, fmt.Errorf("ledger: %s is there already", path)
	}
	l, err := connect(path, "nolock=1", newPages, "_pragma=synchronous(off)")
	if err == nil {
		write := func() error { return l.inTransaction(func() error { return l.write(p) }) }
		err = l.begin(p, l.journal("off"), write, l.load)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// Open opens a store to read, also while a program writes to it.
func Open(path string) (*Ledger, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("ledger: no store: %w", err)
	}
	if err := isFile(path); err != nil {
		return nil, err
	}
	// SQLite must be able to write, or it would leave its log and index behind.
	l, err := read(path, "mode=rw", "_pragma=busy_timeout(10000)", "_pragma=query_only(1)")
	if isFull(err) {
		// After a crash the log is there, but there is no room for its index. A connection that
		// keeps others out has the index in memory.
		return read(path, "mode=rw", "_pragma=locking_mode(exclusive)", "_pragma=query_only(1)")
	}
	return l, err
}

// OpenDraft opens a store that Draft made, and that nobody writes to any more.
func OpenDraft(path string) (*Ledger, error) {
	return read(path, "mode=ro", "immutable=1")
}

func read(path string, options ...string) (*Ledger, error) {
	l, err := connect(path, options...)
	if err == nil {
		err = l.load()
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// connect opens the file with one connection. It always returns a ledger to close.
func connect(path string, options ...string) (*Ledger, error) {
	l := &Ledger{path: path}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return l, err
	}
	if l.db, err = sql.Open("sqlite", address(absolute, options)); err != nil {
		return l, l.explain(err)
	}
	l.db.SetMaxOpenConns(1)
	l.conn, err = l.db.Conn(context.Background())
	return l, l.explain(err)
}

// begin does the first steps, and makes ready to add runs of a plan.
func (l *Ledger) begin(p study.Plan, first ...func() error) error {
	for _, do := range append(first, func() error { return l.takeUp(p) }, l.prepare) {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) journal(mode string) func() error {
	return func() error { return l.exec("PRAGMA journal_mode = " + mode) }
}

// Plan returns the plan that the store holds, without scenarios and metrics. Its Study is the text
// that was seen first.
func (l *Ledger) Plan() study.Plan { return l.plan }

// Hash returns the hash of the plan that the store was made for.
func (l *Ledger) Hash() string { return l.hash }

// Path returns the path of the store, as it was given.
func (l *Ledger) Path() string { return l.path }

// Close adds what is pending and closes the store. What a writer leaves is one file, without a log,
// unless somebody reads it just then or the disk is full.
func (l *Ledger) Close() error {
	errs := []error{l.Flush()}
	if l.conn != nil {
		for _, in := range l.inserters() {
			errs = append(errs, in.close())
		}
		if l.lock != nil {
			_ = l.exec("PRAGMA busy_timeout = 0")
			_ = l.journal("delete")()
		}
		errs = append(errs, l.conn.Close())
	}
	if l.db != nil {
		errs = append(errs, l.explain(l.db.Close()))
	}
	return errors.Join(append(errs, l.lock.release())...)
}

// layOut finds the metrics, ticks and tables of the plan's columns.
func (l *Ledger) layOut() {
	l.metrics, l.ticks, l.parts = metricsOf(l.plan), ticksOf(l.plan), partsOf(l.plan)
	l.places = make([][]int, len(l.ticks))
	for i := range l.places {
		l.places[i] = slices.Repeat([]int{-1}, len(l.metrics))
	}
	for k, c := range l.plan.Columns {
		i, _ := slices.BinarySearch(l.ticks, c.Tick)
		l.places[i][slices.Index(l.metrics, c.Metric)] = k
	}
}

// metricsOf returns the names of a plan's metrics, in the order of their first columns.
func metricsOf(p study.Plan) (names []string) {
	for _, c := range p.Columns {
		if !slices.Contains(names, c.Metric) {
			names = append(names, c.Metric)
		}
	}
	return names
}

// ticksOf returns the ticks of a plan's columns, ascending.
func ticksOf(p study.Plan) (ticks []int) {
	for _, c := range p.Columns {
		ticks = append(ticks, c.Tick)
	}
	slices.Sort(ticks)
	return slices.Compact(ticks)
}
