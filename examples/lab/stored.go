package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// storeFlag adds the flag -store.
func storeFlag(flags *flag.FlagSet) *string {
	return flags.String("store", "", "the `file` with the runs (default: the study's name with "+
		".sqlite, beside it)")
}

// storeOf returns the path of the store of a study file, if -store does not give another.
func storeOf(file, given string) string {
	if given != "" {
		return given
	}
	return strings.TrimSuffix(file, filepath.Ext(file)) + ".sqlite"
}

// stored is a study with the runs of its store.
type stored struct {
	study.Study
	path   string // of the study file
	store  string
	data   *study.Data
	before []string // the hashes of the hypotheses that were stated before the first run
}

// openStore opens the store of a study file, or the one that a flag gives.
func openStore(path, given string) (*ledger.Ledger, error) {
	store := storeOf(path, given)
	l, err := ledger.Open(store)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no store %s yet; lab run %s makes it", store, path)
	}
	return l, err
}

// readStored reads a study file and its store. Seed and replicates are those of the store: flags
// may have overridden the file's.
func readStored(path, given string) (*stored, error) {
	s := &stored{path: path, store: storeOf(path, given)}
	l, err := openStore(path, given)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	if s.Study, err = load(path); err != nil {
		return nil, err
	}
	s.Seed, s.Replicates = l.Plan().Seed, l.Plan().Replicates
	p, err := s.Plan()
	if err != nil {
		return nil, err
	}
	if l.Hash() != p.Hash() {
		return nil, fmt.Errorf("%s holds the runs of another study (%.12s) than %s (%.12s)",
			s.store, l.Hash(), path, p.Hash())
	}
	if s.before, err = claimed(path, l); err != nil {
		return nil, err
	}
	s.data, err = study.Gather(p, l.Results())
	return s, err
}

// claimed returns the hashes of the hypotheses in the texts that the store saw before its first
// run.
func claimed(path string, l *ledger.Ledger) (hashes []string, err error) {
	texts, err := l.Texts()
	if err != nil {
		return nil, err
	}
	for _, t := range texts {
		if t.Runs > 0 {
			continue
		}
		s, err := parsed(path, []byte(t.Study), nil)
		if err != nil {
			return nil, err
		}
		for _, h := range s.Hypotheses {
			hashes = append(hashes, h.Hash())
		}
	}
	return hashes, nil
}
